//! The allowlist engine against Python's `ipaddress`, over a hundred thousand lists and addresses: who is let in, how many
//! there are, and what merging leaves. Needs `python3`, and fails without it: an unchecked engine is not a checked one.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufWriter, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::process::{Child, Command, Stdio};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use model_studio::allowlist::Allowlist;
use serde_json::json;

const CASES: u64 = 100_000;
const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/data/allowlist_against_ipaddress.py"
);

/// SplitMix64: the same cases on every run, so that a difference can be looked at.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn byte_below(&mut self, limit: u8) -> u8 {
        u8::try_from(self.below(limit.into())).unwrap()
    }

    /// Mostly near others, so that entries meet; sometimes anywhere, the ends of the space included.
    fn v4(&mut self) -> Ipv4Addr {
        let any = u32::try_from(self.next() >> 32).unwrap();
        match self.below(8) {
            0 => any.into(),
            1 => (u32::MAX - any % 4).into(),
            2 => (any % 4).into(),
            _ => (0xc0a8_0000 | (any % 64)).into(),
        }
    }

    fn v6(&mut self) -> Ipv6Addr {
        let any = (u128::from(self.next()) << 64) | u128::from(self.next());
        match self.below(8) {
            0 => any.into(),
            1 => (u128::MAX - any % 4).into(),
            2 => (any % 4).into(),
            _ => ((0x2001_0db8 << 96) | (any % 64)).into(),
        }
    }

    fn address(&mut self) -> IpAddr {
        match self.below(4) {
            0 => self.v6().into(),
            1 => self.v4().to_ipv6_mapped().into(),
            _ => self.v4().into(),
        }
    }

    fn entry(&mut self) -> String {
        match self.below(12) {
            0..=2 => self.v4().to_string(),
            3..=5 => {
                let longest = if self.below(16) == 0 { 33 } else { 9 };
                let prefix = 32 - self.byte_below(longest);
                let block = Ipv4Net::new(self.v4(), prefix).unwrap().trunc();
                IpNet::V4(block).to_string()
            }
            6 => self.v6().to_string(),
            7..=8 => {
                let longest = if self.below(16) == 0 { 129 } else { 9 };
                let prefix = 128 - self.byte_below(longest);
                let block = Ipv6Net::new(self.v6(), prefix).unwrap().trunc();
                IpNet::V6(block).to_string()
            }
            9 => {
                let first = u32::from(self.v4());
                // Python takes long for wide ranges, so there are few.
                let wide = if self.below(64) == 0 { u32::MAX } else { 31 };
                let last = first.saturating_add(u32::from(self.v4()) & wide);
                format!("{}-{}", Ipv4Addr::from(first), Ipv4Addr::from(last))
            }
            10 => {
                let first = u128::from(self.v6());
                let wide = if self.below(64) == 0 { u128::MAX } else { 31 };
                let last = first.saturating_add(u128::from(self.v6()) & wide);
                format!("{}-{}", Ipv6Addr::from(first), Ipv6Addr::from(last))
            }
            _ => {
                let prefix = 128 - self.byte_below(9);
                let mapped = self.v4().to_ipv6_mapped();
                Ipv6Net::new(mapped, prefix).unwrap().trunc().to_string()
            }
        }
    }
}

fn python() -> Child {
    Command::new("python3")
        .args(["-I", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed to check the engine against its ipaddress")
}

/// Generates cases into a Python, and gives its verdict.
fn check(seed: u64, cases: u64) -> Result<String, String> {
    let mut child = python();
    let mut cases_to = BufWriter::new(child.stdin.take().unwrap());
    let mut dice = Dice(seed);
    for _ in 0..cases {
        let entries: Vec<String> = (0..=dice.below(4)).map(|_| dice.entry()).collect();
        let list = Allowlist::parse_lines(&entries.join("\n")).unwrap();
        let address = dice.address();
        let compiled = list.compile();
        assert_eq!(compiled.allows(address), list.allows(address));
        let count = compiled.count();
        let case = json!({
            "entries": entries,
            "address": address.to_string(),
            "allowed": compiled.allows(address),
            "v4": count.v4,
            "v6": count.v6,
            "collapsed": list.merged().entries(),
        });
        writeln!(cases_to, "{case}").unwrap();
    }
    drop(cases_to);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    if output.status.success() {
        Ok(said)
    } else {
        Err(said)
    }
}

#[test]
fn python_says_the_same_about_a_hundred_thousand_lists() {
    // Two at a time, since Python takes most of it.
    let half = CASES / 2;
    let verdicts = std::thread::scope(|scope| {
        let halves = [1, 2].map(|seed| scope.spawn(move || check(seed, half)));
        halves.map(|half| half.join().unwrap())
    });
    for verdict in verdicts {
        assert_eq!(verdict, Ok(format!("{half} cases\n")));
    }
}
