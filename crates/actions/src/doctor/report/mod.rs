//! The report: what was found, as text for people who were not there. It is made from what the window shows, in which
//! every value is masked already.

mod words;

use jiff::Timestamp;

use crate::wire::{DiagnoseRequest, DiagnosisView, PlatformView, SourceView};
use words::Words;

/// What a report is made from.
pub(super) struct Report<'a> {
    pub(super) request: &'a DiagnoseRequest,
    pub(super) diagnosis: &'a DiagnosisView,
    pub(super) system: PlatformView,
    pub(super) version: &'a str,
    pub(super) is_chinese: bool,
}

/// The report as Markdown.
pub(super) fn text(report: &Report<'_>) -> String {
    let words = Words {
        is_chinese: report.is_chinese,
    };
    let mut lines = vec![
        format!("# {}", words.title(&report.request.variable)),
        String::new(),
        format!("- {}", words.key(&report.request.key)),
        format!("- {}", words.looked_at(&moment(report.diagnosis.at))),
        format!(
            "- Studio Keys {}, {}",
            report.version,
            system(report.system)
        ),
        String::new(),
        format!("## {}", words.findings()),
        String::new(),
    ];
    if report.diagnosis.findings.is_empty() {
        lines.push(words.nothing_found().to_owned());
    }
    for (number, finding) in (1u32..).zip(&report.diagnosis.findings) {
        lines.push(format!("{number}. {}", words.finding(finding)));
    }
    lines.extend([
        String::new(),
        format!("## {}", words.sources()),
        String::new(),
    ]);
    if report.diagnosis.sources.is_empty() {
        lines.push(words.no_source().to_owned());
    } else {
        lines.push(words.source_columns().to_owned());
        lines.push("| --- | --- | --- | --- |".to_owned());
    }
    for source in &report.diagnosis.sources {
        lines.push(format!(
            "| {} | {} | {} | {} |",
            words.scope(source.scope),
            cell(&place(source)),
            cell(source.masked.as_deref().unwrap_or("$(…)")),
            words.standing(source)
        ));
    }
    lines.extend([
        String::new(),
        format!("## {}", words.in_order()),
        String::new(),
    ]);
    for checked in &report.diagnosis.in_order {
        lines.push(format!("- {}", words.checked(checked)));
    }
    if report.system == PlatformView::Windows {
        lines.extend([String::new(), words.no_programs().to_owned()]);
    }
    lines.extend([String::new(), words.masked_note().to_owned(), String::new()]);
    lines.join("\n")
}

/// A file with its line.
fn place(source: &SourceView) -> String {
    match source.line {
        Some(line) => format!("{}:{line}", source.place),
        None => source.place.clone(),
    }
}

/// A text that does not end a cell or a row.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

fn moment(millis: f64) -> String {
    // A number from a clock of this century fits.
    let millis = millis as i64;
    Timestamp::from_millisecond(millis)
        .map(|at| at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
        .unwrap_or_default()
}

fn system(system: PlatformView) -> &'static str {
    match system {
        PlatformView::Linux => "Linux",
        PlatformView::Macos => "macOS",
        PlatformView::Windows => "Windows",
    }
}

#[cfg(test)]
mod tests;
