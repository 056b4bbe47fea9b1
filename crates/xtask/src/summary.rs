//! What was done, in how many seconds, in the order in which it was done.

use std::time::Duration;

/// One line a part.
#[derive(Default)]
pub(crate) struct Summary {
    lines: Vec<(&'static str, Duration, bool)>,
}

impl Summary {
    pub(crate) fn add(&mut self, part: &'static str, took: Duration, passed: bool) {
        self.lines.push((part, took, passed));
    }

    /// The table, with the parts that were not reached named as such.
    pub(crate) fn table(&self, asked: &[&'static str]) -> String {
        let mut table = String::new();
        for (part, took, passed) in &self.lines {
            let word = if *passed { "passed" } else { "FAILED" };
            table.push_str(&format!(
                "{word:>12}  {:>6.1} s  {part}\n",
                took.as_secs_f64()
            ));
        }
        for part in asked
            .iter()
            .filter(|part| !self.lines.iter().any(|(done, ..)| done == *part))
        {
            table.push_str(&format!("{:>12}  {:>8}  {part}\n", "not reached", ""));
        }
        let all: f64 = self
            .lines
            .iter()
            .map(|(_, took, _)| took.as_secs_f64())
            .sum();
        table.push_str(&format!("{:>12}  {all:>6.1} s", "in all"));
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_was_not_reached_is_said_to_be_so() {
        let mut summary = Summary::default();
        summary.add("fmt", Duration::from_millis(1500), true);
        summary.add("clippy", Duration::from_secs(2), false);
        let table = summary.table(&["fmt", "clippy", "docs"]);
        let lines: Vec<&str> = table.lines().map(str::trim).collect();
        assert_eq!(lines[0], "passed     1.5 s  fmt");
        assert_eq!(lines[1], "FAILED     2.0 s  clippy");
        assert!(lines[2].starts_with("not reached") && lines[2].ends_with("docs"));
        assert_eq!(lines[3], "in all     3.5 s");
    }
}
