//! A system that does not let a program see the environment of another.

use super::Process;
use crate::Surroundings;

pub(in crate::doctor) fn running(_: &Surroundings, _: &str) -> Vec<Process> {
    Vec::new()
}
