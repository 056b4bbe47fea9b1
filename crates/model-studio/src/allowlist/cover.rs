//! The list of at most so many entries that lets in everything it has to, and as few others as possible.
//!
//! Found exactly: in the tree of the blocks' common beginnings, the best choices below a fork are the fork itself, or the
//! best choices below its two branches put together.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::Serialize;

use super::{AddressCounts, Allowlist, CompiledAllowlist, Entry};

/// A list that covers what it was asked to cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// The entries, IPv4 first, in order.
    pub entries: Vec<Entry>,
    /// Addresses that are let in without having been asked for.
    pub extra: AddressCounts,
}

/// The smallest list of at most `most` entries that lets in all of `wanted`. None where even one entry for each family that
/// is wanted would be more than that.
///
/// What is let in beyond is weighed across families: one address of IPv4 counts as much as a /64 of IPv6, since that is what
/// one household is given.
pub fn smallest_cover(wanted: &Allowlist, most: usize) -> Option<Cover> {
    let compiled = wanted.compile();
    let blocks: Vec<Block> = compiled.blocks().map(Block::of).collect();
    let (v6, v4): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(|block| block.v6);
    let mut choices = match (v4.is_empty(), v6.is_empty()) {
        (true, true) => vec![Choice::default()],
        (false, true) => below(&v4, most),
        (true, false) => below(&v6, most),
        (false, false) => together(&below(&v4, most), &below(&v6, most), most),
    };
    // Each further entry lets in fewer others, so the last choice is the best.
    let best = choices.pop()?;
    let entries: Vec<Entry> = best.blocks.iter().filter_map(Block::entry).collect();
    let extra = CompiledAllowlist::new(&entries).without(&compiled).count();
    Some(Cover { entries, extra })
}

/// A block with its bits to the left, whichever family it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Block {
    v6: bool,
    first: u128,
    prefix: u8,
}

impl Block {
    fn of(block: IpNet) -> Block {
        let (v6, first) = match block {
            IpNet::V4(block) => (false, u128::from(u32::from(block.network())) << 96),
            IpNet::V6(block) => (true, block.network().into()),
        };
        let prefix = block.prefix_len();
        Block { v6, first, prefix }
    }

    fn entry(&self) -> Option<Entry> {
        let block = if self.v6 {
            Ipv6Net::new(self.first.into(), self.prefix).map(IpNet::V6)
        } else {
            let first = u32::try_from(self.first >> 96).ok()?;
            Ipv4Net::new(first.into(), self.prefix).map(IpNet::V4)
        };
        block.ok().map(Entry::of_block)
    }

    /// What letting it in weighs.
    fn weight(&self) -> u128 {
        let longest: u8 = if self.v6 { 128 } else { 32 + 64 };
        let bits = u32::from(longest.saturating_sub(self.prefix));
        1_u128.checked_shl(bits).unwrap_or(u128::MAX)
    }
}

/// Some blocks, and what they weigh.
#[derive(Debug, Clone, Default)]
struct Choice {
    weight: u128,
    blocks: Vec<Block>,
}

/// The best choices of one, two, … and at most `most` blocks for these, which are in order, apart, and of one family.
fn below(blocks: &[Block], most: usize) -> Vec<Choice> {
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
        return Vec::new();
    };
    if most == 0 {
        return Vec::new();
    }
    if blocks.len() == 1 {
        return vec![alone(*first)];
    }
    let shared = (first.first ^ last.first).leading_zeros();
    let mask = u128::MAX.checked_shl(128 - shared).unwrap_or(0);
    let fork = Block {
        v6: first.v6,
        first: first.first & mask,
        prefix: u8::try_from(shared).unwrap_or(first.prefix),
    };
    let branch = (1_u128 << 127).checked_shr(shared).unwrap_or(0);
    let (left, right) = blocks.split_at(blocks.partition_point(|block| block.first & branch == 0));
    let mut choices = vec![alone(fork)];
    choices.extend(together(&below(left, most), &below(right, most), most));
    choices
}

fn alone(block: Block) -> Choice {
    Choice {
        weight: block.weight(),
        blocks: vec![block],
    }
}

/// The best choices of two, three, … and at most `most` blocks, some from the left and some from the right.
fn together(left: &[Choice], right: &[Choice], most: usize) -> Vec<Choice> {
    let largest = most.min(left.len() + right.len());
    let of_size = |size: usize| {
        let pairs = left.iter().enumerate().filter_map(|(index, one)| {
            // `index + 1` blocks from the left leave the rest to the right.
            let other = right.get(size.checked_sub(index + 2)?)?;
            Some((one.weight.saturating_add(other.weight), one, other))
        });
        let (weight, one, other) = pairs.min_by_key(|(weight, ..)| *weight)?;
        let blocks = one.blocks.iter().chain(&other.blocks).copied().collect();
        Some(Choice { weight, blocks })
    };
    (2..=largest).filter_map(of_size).collect()
}
