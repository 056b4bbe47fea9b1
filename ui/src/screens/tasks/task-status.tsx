// How far a task is, in one badge.

import type { IconName } from "../../parts/icon";
import { Badge } from "../../parts/text";
import type { TaskRowView, TaskStatusView } from "../../wire";
import { useWords } from "../../words";

const LOOKS: Record<TaskStatusView, { tone: "neutral" | "good" | "warning" | "accent"; icon: IconName }> = {
  pending: { tone: "neutral", icon: "hourglass" },
  running: { tone: "accent", icon: "activity" },
  succeeded: { tone: "good", icon: "check" },
  failed: { tone: "warning", icon: "triangleAlert" },
  canceled: { tone: "neutral", icon: "ban" },
  unknown: { tone: "neutral", icon: "info" },
  other: { tone: "neutral", icon: "info" },
};

export function TaskStatus({ task }: { task: TaskRowView }) {
  const { tasks } = useWords();
  const { tone, icon } = LOOKS[task.status];
  return (
    <Badge plain tone={tone} icon={icon} title={task.statusText}>
      {task.status === "other" ? task.statusText : tasks.statuses[task.status]}
    </Badge>
  );
}
