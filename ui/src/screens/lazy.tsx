// The screens but for the first one, each loaded when it is gone to.

import type { ComponentType } from "preact";
import { lazy, type Placeholder } from "../parts/lazy";
import { FailureNote } from "../parts/note";
import { Skeleton } from "../parts/text";
import { useApp } from "../state/app-context";
import { Header } from "../window/header";
import type { RegionView } from "../wire";
import { useWords } from "../words";

const Waiting: Placeholder<object> = ({ loading }) => {
  const words = useWords();
  const { screen } = useApp();
  return (
    <div class="screen">
      <Header title={words.frame[screen]} />
      {loading.failure ? (
        <div class="banners">
          <FailureNote failure={loading.failure} onRetry={loading.reload} />
        </div>
      ) : (
        <Skeleton rows={5} label={words.waiting.part} />
      )}
    </div>
  );
};

interface OfRegion {
  region: RegionView;
}

const screen = <Props extends object>(load: () => Promise<ComponentType<Props>>) => lazy(load, Waiting);

export const CallsScreen = screen(async () => (await import("./calls/calls-screen")).CallsScreen);
export const ChangesScreen = screen(async () => (await import("./changes/changes-screen")).ChangesScreen);
export const CostScreen = screen<OfRegion>(async () => (await import("./cost/cost-screen")).CostScreen);
export const DoctorScreen = screen(async () => (await import("./doctor/doctor-screen")).DoctorScreen);
export const RegionScreen = screen<OfRegion>(
  async () => (await import("./region/region-screen")).RegionScreen,
);
export const SettingsScreen = screen(async () => (await import("./settings/settings-screen")).SettingsScreen);
export const TasksScreen = screen(async () => (await import("./tasks/tasks-screen")).TasksScreen);
export const TemporaryKeysScreen = screen(
  async () => (await import("./temporary-keys/temporary-keys-screen")).TemporaryKeysScreen,
);
export const ToolsScreen = screen(async () => (await import("./tools/tools-screen")).ToolsScreen);
export const WorkspacesScreen = screen<OfRegion>(
  async () => (await import("./workspaces/workspaces-screen")).WorkspacesScreen,
);
