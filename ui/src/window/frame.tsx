// The frame: rail on the left, header on top, the screen, and the messages.

import { ToastOutlet } from "../parts/toast";
import { KeysScreen } from "../screens/keys/keys-screen";
import {
  CallsScreen,
  ChangesScreen,
  CostScreen,
  DoctorScreen,
  RegionScreen,
  SettingsScreen,
  TasksScreen,
  TemporaryKeysScreen,
  ToolsScreen,
  WorkspacesScreen,
} from "../screens/lazy";
import { useApp } from "../state/app-context";
import { useWords } from "../words";
import { Rail } from "./rail";

export function Frame() {
  const words = useWords();
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {words.frame.skip}
      </a>
      <Rail />
      <main class="content" id="content">
        <CurrentScreen />
      </main>
      <ToastOutlet />
    </div>
  );
}

function CurrentScreen() {
  const { screen, region } = useApp();
  if (screen === "temporaryKeys") return <TemporaryKeysScreen />;
  if (screen === "tools") return <ToolsScreen />;
  if (screen === "calls") return <CallsScreen />;
  if (screen === "tasks") return <TasksScreen />;
  if (screen === "doctor") return <DoctorScreen />;
  if (screen === "changes") return <ChangesScreen />;
  if (screen === "settings") return <SettingsScreen />;
  // Another region is another screen: nothing that was typed or revealed in one is carried into the next.
  if (region.state.kind === "needsAccount") return <RegionScreen key={region.id} region={region} />;
  if (screen === "workspaces") return <WorkspacesScreen key={region.id} region={region} />;
  if (screen === "cost") return <CostScreen key={region.id} region={region} />;
  return <KeysScreen key={region.id} region={region} />;
}
