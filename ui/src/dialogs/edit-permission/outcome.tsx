// What became of each key: waiting, saved with the proof by a call, or why not.

import { FailureNote, Note } from "../../parts/note";
import type { ProofView } from "../../wire";
import { useWords } from "../../words";
import { lineFor } from "../../words/failures";
import type { Outcome, Saving } from "./use-saving";

export function Outcomes({ saving }: { saving: Saving }) {
  const words = useWords();
  const { jobs, outcomeOf } = saving;
  const [only] = jobs;
  if (jobs.length === 1 && only) return <Alone outcome={outcomeOf(only.request.key)} />;
  const saved = jobs.filter(({ request }) => outcomeOf(request.key).state === "saved").length;
  return (
    <>
      <p role="status" class="figures" data-testid="progress">
        {words.permission.progress(saved, jobs.length)}
      </p>
      <progress
        class="progress"
        max={jobs.length}
        value={saved}
        aria-label={words.permission.progress(saved, jobs.length)}
      />
      <ul class="outcomes">
        {jobs.map(({ request, name }) => {
          const outcome = outcomeOf(request.key);
          return (
            <li key={request.key.apiKeyId} data-testid={`outcome-${request.key.apiKeyId}`}>
              <strong>{name}</strong>
              <OutcomeLine outcome={outcome} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Alone({ outcome }: { outcome: Outcome }) {
  const words = useWords();
  switch (outcome.state) {
    case "waiting":
    case "busy":
      return <p role="status">{words.permission.savingKey}</p>;
    case "failed":
      return <FailureNote failure={outcome.failure} />;
    case "saved":
      return <Proof proof={outcome.changed.proof} done={words.permission.saved} />;
    case "undone":
      return <Proof proof={outcome.changed.proof} done={words.permission.undone} />;
  }
}

function Proof({ proof, done }: { proof: ProofView; done: string }) {
  const words = useWords();
  const good = proof.kind !== "notProvable" && proof.asMeant !== false;
  return (
    <Note
      tone={proof.kind === "notProvable" ? "info" : good ? "good" : "warning"}
      role="status"
      title={done}
      testId={`proof-${proof.kind}`}
    >
      <p>{useProofSentence(proof)}</p>
      {proof.kind === "notProvable" && <p>{lineFor(words.failures, proof.failure)}</p>}
    </Note>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const words = useWords();
  switch (outcome.state) {
    case "waiting":
      return <span class="quiet">{words.permission.waitingKey}</span>;
    case "busy":
      return <span class="quiet">{words.permission.savingKey}</span>;
    case "failed":
      return <span class="field-problem">{lineFor(words.failures, outcome.failure)}</span>;
    case "saved":
      return <ProofLine proof={outcome.changed.proof} done={words.permission.saved} />;
    case "undone":
      return <ProofLine proof={outcome.changed.proof} done={words.permission.undone} />;
  }
}

function ProofLine({ proof, done }: { proof: ProofView; done: string }) {
  return (
    <span class={proof.kind !== "notProvable" && proof.asMeant === false ? "outcome-odd" : "outcome-good"}>
      {done} {useProofSentence(proof)}
    </span>
  );
}

/** "Allowed from here, 182 ms." */
function useProofSentence(proof: ProofView): string {
  const words = useWords();
  const { proof: said } = words.permission;
  switch (proof.kind) {
    case "allowed":
      return proof.asMeant === false ? said.allowedNotMeant(proof.millis) : said.allowed(proof.millis);
    case "refused":
      if (proof.asMeant === null) return said.refused(proof.platformCode);
      return proof.asMeant ? said.refusedMeant : said.refusedNotMeant(proof.platformCode);
    case "notProvable":
      return said.notProvable;
  }
}
