//! What judging a request by its allowlist costs: the compiled form beside a linear scan of the same list, in one run.
//! `cargo bench -p model-studio --bench allowlist`

#![allow(clippy::unwrap_used, missing_docs)] // A bench that cannot be set up has nothing to measure.

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use criterion::{Criterion, criterion_group, criterion_main};
use model_studio::allowlist::{Allowlist, MAX_ENTRIES};

/// As many entries as the platform takes: addresses and blocks, apart from each other, of both families.
fn entries() -> Vec<String> {
    let count = u8::try_from(MAX_ENTRIES).unwrap();
    let entry = |number: u8| match number % 4 {
        0 => format!("{}.20.30.40", 60 + number),
        1 => format!("{}.20.0.0/16", 60 + number),
        2 => format!("{}.20.30.0/24", 60 + number),
        _ => format!("2400:{number:x}::/32"),
    };
    (0..count).map(entry).collect()
}

/// Some of each: let in by an early and a late entry, and refused, of both families.
fn addresses() -> [IpAddr; 6] {
    [
        Ipv4Addr::new(60, 20, 30, 40).into(),
        Ipv4Addr::new(78, 20, 30, 200).into(),
        Ipv4Addr::new(8, 8, 8, 8).into(),
        Ipv4Addr::new(77, 21, 0, 0).into(),
        Ipv6Addr::new(0x2400, 0x13, 1, 0, 0, 0, 0, 9).into(),
        Ipv6Addr::new(0x2600, 0, 0, 0, 0, 0, 0, 1).into(),
    ]
}

fn decide(criterion: &mut Criterion) {
    let list = Allowlist::from_entries(&entries()).unwrap();
    let compiled = list.compile();
    let expected = [true, true, false, false, true, false];
    assert_eq!(
        addresses().map(|address| compiled.allows(address)),
        expected
    );
    assert_eq!(addresses().map(|address| list.allows(address)), expected);
    let mut group = criterion.benchmark_group("six decisions among 20 entries");
    group.bench_function("compiled", |bencher| {
        bencher.iter(|| addresses().map(|address| compiled.allows(black_box(address))));
    });
    group.bench_function("linear scan", |bencher| {
        bencher.iter(|| addresses().map(|address| list.allows(black_box(address))));
    });
    group.finish();
    let mut group = criterion.benchmark_group("one decision among 20 entries, refused");
    let outside = IpAddr::from(Ipv4Addr::new(77, 21, 0, 0));
    group.bench_function("compiled", |bencher| {
        bencher.iter(|| compiled.allows(black_box(outside)));
    });
    group.bench_function("linear scan", |bencher| {
        bencher.iter(|| list.allows(black_box(outside)));
    });
    group.finish();
}

fn compile(criterion: &mut Criterion) {
    let texts = entries();
    let list = Allowlist::from_entries(&texts).unwrap();
    let mut group = criterion.benchmark_group("20 entries");
    group.bench_function("compile", |bencher| {
        bencher.iter(|| black_box(&list).compile());
    });
    group.bench_function("read and compile", |bencher| {
        bencher.iter(|| Allowlist::from_entries(black_box(&texts)).map(|list| list.compile()));
    });
    // What a linear scan needs instead of compiling.
    group.bench_function("read", |bencher| {
        bencher.iter(|| Allowlist::from_entries(black_box(&texts)));
    });
    group.finish();
}

criterion_group!(benches, decide, compile);
criterion_main!(benches);
