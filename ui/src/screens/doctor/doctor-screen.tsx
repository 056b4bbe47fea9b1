// "My program does not see the key": which key and variable, what was found, which value wins where, and what was looked at.

import { type KeptPlace, useKeptKeys } from "../../kept-keys/use-kept-keys";
import { WithKeptKeys } from "../../kept-keys/with-kept-keys";
import { Header } from "../../window/header";
import { StoreBanner } from "../../window/store-banner";
import { useWords } from "../../words";
import { Examination } from "./examination";

export function DoctorScreen() {
  const { doctor } = useWords();
  const loading = useKeptKeys();
  // That a key is disabled may be the very reason.
  const value = loading.value?.map(allOf) ?? null;
  return (
    <div class="screen">
      <Header title={doctor.title} />
      <div class="banners">
        <StoreBanner />
      </div>
      <div class="page">
        <WithKeptKeys
          loading={{ ...loading, value }}
          icon="stethoscope"
          lead={doctor.lead}
          suits={() => true}
        >
          {(places) => <Examination places={places} />}
        </WithKeptKeys>
      </div>
    </div>
  );
}

function allOf(place: KeptPlace): KeptPlace {
  return { ...place, keys: place.keys.map((key) => ({ ...key, disabled: false })) };
}
