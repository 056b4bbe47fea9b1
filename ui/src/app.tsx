// The whole window: asks the program for the frame, then shows the screen the user is on in the language and colours
// that were chosen.

import { useCallback, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Core } from "./core";
import { asFailure } from "./failure";
import { FailureNote, SlowNote } from "./parts/note";
import { DialogDepth } from "./parts/toast";
import { bareRegion, placeIn, shownRegion, THIS_COMPUTER } from "./place";
import { AppContext, type AppState, type Screen } from "./state/app-context";
import { CallMemoryProvider } from "./state/call-draft";
import { CoreContext } from "./state/core-context";
import type { Errand } from "./state/errand";
import { ToastProvider, useToasts } from "./state/toasts";
import { useLoad } from "./state/use-load";
import { useRegions } from "./state/use-regions";
import { Frame } from "./window/frame";
import type { AppView, PreferencesView, SecretStoreView } from "./wire";
import { dictionary, loadDictionary, useWords, WordsContext } from "./words";
import { lineFor } from "./words/failures";

/** These show whichever region is worked with; from the others a switch leads to the keys. */
const OF_A_REGION = new Set<Screen>(["keys", "workspaces", "cost"]);

export function App({ core }: { core: Core }) {
  return (
    <CoreContext.Provider value={core}>
      <ToastProvider>
        <DialogDepth>
          <CallMemoryProvider>
            <LoadedApp core={core} />
          </CallMemoryProvider>
        </DialogDepth>
      </ToastProvider>
    </CoreContext.Provider>
  );
}

/** What the frame shows, once its words are there: of the language that is chosen, and until that is known of the system's. */
async function loadApp(core: Core): Promise<AppView> {
  const systemWords = loadDictionary("system", navigator.language);
  try {
    const app = await core.app();
    await loadDictionary(app.preferences.language, navigator.language);
    return app;
  } finally {
    await systemWords;
  }
}

function LoadedApp({ core }: { core: Core }) {
  const load = useCallback(() => loadApp(core), [core]);
  const loading = useLoad(load);
  const app = loading.value;
  const words = dictionary(app?.preferences.language ?? "system", navigator.language);
  const theme = app?.preferences.theme ?? "system";

  useLayoutEffect(() => {
    if (words) document.documentElement.lang = words.tag;
  }, [words]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  if (!words) return null;
  return (
    <WordsContext.Provider value={words}>
      {app ? (
        <RunningApp core={core} app={app} refresh={loading.reload} replace={loading.replace} />
      ) : (
        <Starting loading={loading} />
      )}
    </WordsContext.Provider>
  );
}

function Starting({ loading }: { loading: ReturnType<typeof useLoad<AppView>> }) {
  const words = useWords();
  return (
    <main class="starting" id="content">
      <h1 class="aloud">{loading.failure ? words.frame.startFailed : words.frame.starting}</h1>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      {loading.waiting === "slow" && <SlowNote what={words.waiting.program} onStop={loading.stop} />}
      {loading.stopped && <FailureNote failure={{ code: "interrupted" }} onRetry={loading.reload} />}
    </main>
  );
}

interface RunningProps {
  core: Core;
  app: AppView;
  refresh: () => void;
  replace: (change: (app: AppView) => AppView) => void;
}

function RunningApp({ core, app, refresh, replace }: RunningProps) {
  const words = useWords();
  const { say } = useToasts();
  const [screen, setScreen] = useState<Screen>("keys");
  const [errand, setErrand] = useState<Errand | null>(null);

  const prefer = useCallback(
    (choices: Partial<PreferencesView>) => {
      const preferences = { ...app.preferences, ...choices };
      const use = () => {
        replace((before) => ({ ...before, preferences }));
        core.savePreferences(preferences).catch(() => say(words.frame.notSaved));
      };
      if (dictionary(preferences.language, navigator.language)) return use();
      // The window stays in its language until the words of the other one are here.
      loadDictionary(preferences.language, navigator.language).then(use, (rejection: unknown) =>
        say(lineFor(words.failures, asFailure(rejection))),
      );
    },
    [app.preferences, core, replace, say, words],
  );

  const regions = useRegions(core, app);

  const chooseAccount = useCallback(
    (account: string, wanted?: string) => {
      const bare = wanted ?? bareRegion(app.preferences.region);
      const region = bare === THIS_COMPUTER ? bare : placeIn(bare, account);
      // The places are other ones then, and the program names them.
      core
        .savePreferences({ ...app.preferences, account, region })
        .then(refresh, (rejection: unknown) => say(lineFor(words.failures, asFailure(rejection))));
    },
    [app.preferences, core, refresh, say, words],
  );

  const state = useMemo<AppState | null>(() => {
    const region = shownRegion(app);
    return region
      ? {
          app,
          region,
          regions,
          screen,
          errand,
          goTo: (next, withErrand) => {
            setErrand(withErrand ?? null);
            setScreen(next);
          },
          chooseRegion: (id) => {
            setScreen((before) => (OF_A_REGION.has(before) ? before : "keys"));
            prefer({ region: id });
          },
          chooseAccount,
          prefer,
          refresh,
          storeChanged: (secretStore: SecretStoreView) => replace((before) => ({ ...before, secretStore })),
        }
      : null;
  }, [app, regions, screen, errand, chooseAccount, prefer, refresh, replace]);

  return (
    state && (
      <AppContext.Provider value={state}>
        <Frame />
      </AppContext.Provider>
    )
  );
}
