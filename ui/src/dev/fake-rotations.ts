// Made-up rotations: each call takes a step in memory. It asks nobody and moves nothing.

import type { Core } from "../core";
import { holdersOf } from "../key";
import { STEPS, stepsDone } from "../rotation";
import type { Failure, KeyList, KeyRef, KeyView, RotationView } from "../wire";
import { sampleKey } from "./sample";

type RotationMethods =
  | "startRotation"
  | "continueRotation"
  | "undoRotation"
  | "finishRotation"
  | "listRotations"
  | "postponeRotation";

interface Rotations {
  lists: () => Record<string, KeyList>;
  find: (key: KeyRef) => KeyView;
  put: (key: KeyView) => KeyView;
  rotations?: RotationView[];
  /** Steps that do not succeed, and why. */
  failing?: Partial<Record<RotationView["step"], Failure>>;
  /** How long a step takes. */
  millis?: number;
}

const DAY = 24 * 60 * 60 * 1000;

export function fakeRotations(given: Rotations): Pick<Core, RotationMethods> {
  const { lists, find, put } = given;
  const open = new Map((given.rotations ?? []).map((one) => [one.id, structuredClone(one)]));
  let count = 0;

  const of = (id: string): RotationView => {
    const found = open.get(id);
    if (!found) throw { code: "rotationUnknown" };
    return found;
  };
  /** Its keys are named with it, as long as it goes on. */
  const mark = ({ oldKey, newKey, id }: RotationView, rotation: string | null = id) => {
    for (const key of [oldKey, newKey]) if (key) put({ ...find(key), rotation });
  };
  for (const rotation of open.values()) mark(rotation);
  const save = (rotation: RotationView): RotationView => {
    open.set(rotation.id, rotation);
    mark(rotation);
    return structuredClone(rotation);
  };
  const working = () => new Promise((resolve) => setTimeout(resolve, given.millis ?? 0));
  const without = (key: KeyRef) => {
    const list = lists()[key.region];
    if (list) list.keys = list.keys.filter((one) => one.apiKeyId !== key.apiKeyId);
  };

  const step = (rotation: RotationView): RotationView => {
    // The new key and its value come of one step.
    const next = rotation.step === "begun" ? "kept" : (STEPS[stepsDone(rotation)] ?? "oldDisabled");
    const failure = given.failing?.[next];
    if (failure) return { ...rotation, failure };
    const list = lists()[rotation.oldKey.region] as KeyList;
    const old = find(rotation.oldKey);
    const on: RotationView = { ...rotation, step: next, failure: null };
    if (next === "kept") {
      const key = sampleKey("1060", {
        ...old,
        apiKeyId: "1060",
        masked: "sk-ws-8bT…04ce",
        usedHere: [],
        oldFormat: false,
        createdAt: Date.now(),
        kept: { state: "kept" },
      });
      list.keys = [key, ...list.keys];
      return { ...on, newKey: { region: key.region, apiKeyId: key.apiKeyId }, newMasked: key.masked };
    }
    if (next === "moved") {
      const moved = holdersOf(old);
      if (rotation.newKey) put({ ...find(rotation.newKey), usedHere: old.usedHere });
      put({ ...old, usedHere: [] });
      return { ...on, moved };
    }
    if (next === "oldDisabled") {
      const remindAt = Date.now() + 7 * DAY;
      if (rotation.oldKey.region.startsWith("us-east-1")) return { ...on, step: "movedVerified", remindAt };
      put({ ...old, disabled: true });
      return { ...on, remindAt };
    }
    return on;
  };

  return {
    startRotation: async (key) => {
      const already = [...open.values()].find((one) => one.oldKey.apiKeyId === key.apiKeyId);
      if (already) throw { code: "rotationUnderWay", id: already.id };
      const { description, masked } = find(key);
      count += 1;
      return save({
        id: `r${count}`,
        oldKey: key,
        description,
        oldMasked: masked,
        newKey: null,
        newMasked: null,
        step: "begun",
        moved: [],
        failure: null,
        startedAt: Date.now(),
        remindAt: null,
        reminderDue: false,
        canUndo: true,
        undoing: false,
      });
    },
    continueRotation: async (id) => {
      await working();
      return save(step(of(id)));
    },
    undoRotation: async (id) => {
      await working();
      const rotation = of(id);
      mark(rotation, null);
      put({ ...find(rotation.oldKey), disabled: false });
      if (rotation.newKey) without(rotation.newKey);
      open.delete(id);
      return { ...rotation, step: "undone", canUndo: false, remindAt: null };
    },
    finishRotation: async (id) => {
      await working();
      const rotation = of(id);
      mark(rotation, null);
      without(rotation.oldKey);
      open.delete(id);
      return { ...rotation, step: "finished", canUndo: false, remindAt: null };
    },
    listRotations: async () => structuredClone([...open.values()]),
    postponeRotation: async (id) => save({ ...of(id), remindAt: Date.now() + 7 * DAY, reminderDue: false }),
  };
}
