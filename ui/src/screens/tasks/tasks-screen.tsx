import { Header } from "../../window/header";
import { useWords } from "../../words";

export function TasksScreen() {
  const words = useWords();
  return (
    <div class="screen">
      <Header title={words.tasks.title} />
    </div>
  );
}
