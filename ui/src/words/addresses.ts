// The shape of a dictionary of addresses: it does not compile while a problem, a class or a note has no words.

import type {
  AddressClassView,
  AddressProblemView,
  EchoFailureView,
  EntryNoteView,
  MyAddressNoteView,
} from "../wire";

/** A sentence for each variant of a tagged union, made from the variant's own fields. */
export type Sentences<Union extends { code: string }> = {
  [Code in Union["code"]]: (one: Extract<Union, { code: Code }>) => string;
};

export interface AddressWords {
  problems: Sentences<AddressProblemView>;
  classes: Record<AddressClassView, string>;
  notes: Sentences<EntryNoteView>;
  echoes: Sentences<EchoFailureView>;
  mine: Sentences<MyAddressNoteView>;
}

/** The sentence for one variant. One that this window does not know, from a newer program, has the words of `otherwise`. */
export function sentenceFor<Union extends { code: string }>(
  sentences: Sentences<Union>,
  one: Union,
  otherwise: string,
): string {
  const speak = sentences[one.code as Union["code"]] as ((one: Union) => string) | undefined;
  return speak ? speak(one) : otherwise;
}
