//! What encrypting an input of 1 MB and opening an answer of 1 MB costs, beside AES-GCM alone over the same bytes, in one run:
//! what comes on top is the key of its own, RSA, base64 both ways and the body. Reading and writing JSON is measured beside it: a
//! call that is not encrypted needs it too.
//! `cargo bench -p model-studio --bench encryption`

#![allow(clippy::unwrap_used, missing_docs)] // A bench that cannot be set up has nothing to measure.

use std::hint::black_box;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use model_studio::encryption::{PublicKey, Sealed, seal_json};
use serde_json::Value;

const SIZE: usize = 1024 * 1024;

fn public_key() -> PublicKey {
    let document: Value =
        serde_json::from_str(include_str!("../tests/data/encryption-vectors.json")).unwrap();
    PublicKey::parse("1", document["public_key"].as_str().unwrap()).unwrap()
}

/// 1 MB of JSON.
fn input() -> Vec<u8> {
    let sentence = "The quick brown fox jumps over the lazy dog. ";
    serde_json::to_vec(&sentence.repeat(SIZE / sentence.len())).unwrap()
}

fn sealed(input: Vec<u8>, public_key: &PublicKey) -> Sealed {
    seal_json("qwen-plus", input, None, public_key).unwrap()
}

/// A sealed call, and its ciphertext as an answer would hold it: the same key, the same size.
fn echoed(input: &[u8], public_key: &PublicKey) -> (Sealed, String) {
    let sealed = sealed(input.to_vec(), public_key);
    let body: Value = serde_json::from_slice(sealed.outgoing().body()).unwrap();
    let echo = body["input"].as_str().unwrap().to_owned();
    (sealed, echo)
}

fn one_megabyte(criterion: &mut Criterion) {
    let (input, public_key) = (input(), public_key());
    let cipher = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[7; 32]).unwrap());
    let nonce = || Nonce::assume_unique_for_key([9; 12]);
    let (earlier, echo) = echoed(&input, &public_key);
    assert_eq!(earlier.open_json(echo.clone()).unwrap(), input);

    let mut group = criterion.benchmark_group("encrypt and decrypt 1 MB");
    group.bench_function("AES-GCM alone", |bencher| {
        bencher.iter_batched_ref(
            || {
                let mut bytes = input.clone();
                bytes.reserve(AES_256_GCM.tag_len());
                bytes
            },
            |bytes| {
                cipher
                    .seal_in_place_append_tag(nonce(), Aad::empty(), bytes)
                    .unwrap();
                black_box(cipher.open_in_place(nonce(), Aad::empty(), bytes).unwrap());
            },
            BatchSize::LargeInput,
        );
    });
    group.bench_function("an encrypted call", |bencher| {
        bencher.iter_batched(
            || (input.clone(), echo.clone()),
            |(input, echo)| (sealed(input, &public_key), earlier.open_json(echo).unwrap()),
            BatchSize::LargeInput,
        );
    });
    group.finish();

    let mut group = criterion.benchmark_group("parts of an encrypted call");
    group.bench_function("seal 1 MB", |bencher| {
        bencher.iter_batched(
            || input.clone(),
            |input| sealed(input, &public_key),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("open 1 MB", |bencher| {
        bencher.iter_batched(
            || echo.clone(),
            |echo| earlier.open_json(echo).unwrap(),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("seal nothing: a key, and RSA", |bencher| {
        bencher.iter(|| sealed(Vec::new(), black_box(&public_key)));
    });
    let text: Value = serde_json::from_slice(&input).unwrap();
    group.bench_function("write and read 1 MB of JSON", |bencher| {
        bencher.iter(|| {
            black_box(serde_json::to_vec(black_box(&text)).unwrap());
            black_box(serde_json::from_slice::<Value>(black_box(&input)).unwrap());
        });
    });
    group.finish();
}

criterion_group!(benches, one_megabyte);
criterion_main!(benches);
