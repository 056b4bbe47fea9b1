// The keys that use a changed group, each with what would change for it. None is changed before it is pressed.

import { useCallback, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/note";
import { useCore } from "../../state/core-context";
import { useLoad } from "../../state/use-load";
import type { GroupOfferView, KeyPreviewView } from "../../wire";
import { useWords } from "../../words";
import { lineFor } from "../../words/failures";
import { Counts } from "../edit-permission/difference";
import { Outcomes } from "../edit-permission/outcome";
import { ShutOutDialog } from "../edit-permission/shut-out";
import { type Job, useSaving } from "../edit-permission/use-saving";

interface OffersProps {
  offers: GroupOfferView[];
  onUpdated: () => void;
}

interface Offered {
  offer: GroupOfferView;
  preview: KeyPreviewView | null;
}

export function Offers({ offers, onUpdated }: OffersProps) {
  const words = useWords();
  const core = useCore();
  const [asked, setAsked] = useState<Offered[] | null>(null);
  const saving = useSaving(onUpdated);
  const load = useCallback(
    () =>
      Promise.all(
        offers.map(async (offer): Promise<Offered> => {
          if (!offer.permission) return { offer, preview: null };
          const { key, current, permission } = offer;
          const { keys } = await core.previewPermission({ keys: [key], opened: current, permission });
          return { offer, preview: keys[0] ?? null };
        }),
      ),
    [core, offers],
  );
  const loading = useLoad(load);
  const { groups } = words.permission;

  const start = (which: Offered[]) => {
    setAsked(null);
    saving.start(which.flatMap(jobOf));
  };
  const press = (which: Offered[]) => {
    const fresh = which.flatMap(({ preview }) => preview?.change?.shutsOut ?? []).some((one) => !one.already);
    if (fresh) setAsked(which);
    else start(which);
  };
  const busy = saving.running !== null;
  const begun = (offered: Offered) => saving.jobs.some(({ request }) => request.key === offered.offer.key);
  const open = (loading.value ?? []).filter(
    (offered) => !begun(offered) && offered.preview?.change && !offered.preview.change.unchanged,
  );

  return (
    <section class="offers" aria-label={groups.offers}>
      <p>{groups.offers}</p>
      {loading.failure && <FailureNote failure={loading.failure} onRetry={loading.reload} />}
      <ul class="outcomes">
        {loading.value?.map((offered) => {
          const { offer, preview } = offered;
          if (begun(offered)) return null;
          const failure = offer.failure ?? preview?.failure ?? null;
          return (
            <li key={offer.key.apiKeyId} class="offer-row" data-testid={`offer-${offer.key.apiKeyId}`}>
              <strong>{offer.description || offer.masked}</strong>
              {failure && <span class="field-problem">{lineFor(words.failures, failure)}</span>}
              {preview?.change && <Counts change={preview.change} />}
              {preview?.change && !preview.change.unchanged && (
                <Button disabled={busy} onPress={() => press([offered])}>
                  {groups.update}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {open.length > 1 && (
        <Button disabled={busy} onPress={() => press(open)}>
          {groups.updateAll}
        </Button>
      )}
      {saving.jobs.length > 0 && <Outcomes saving={saving} />}
      {asked && (
        <ShutOutDialog
          all={asked.flatMap(({ preview }) => preview?.change?.shutsOut ?? [])}
          onBack={() => setAsked(null)}
          onAnyway={() => start(asked)}
        />
      )}
    </section>
  );
}

function jobOf({ offer, preview }: Offered): Job[] {
  if (!preview?.change || !offer.permission) return [];
  return [
    {
      name: offer.description || offer.masked,
      request: {
        key: offer.key,
        expected: preview.change.current,
        permission: offer.permission,
        groups: offer.groups,
      },
    },
  ];
}
