//! The window's types are made from ours: `ui/src/wire.ts` says what `actions::wire` and `actions::failure` say.
//!
//! With `STUDIO_WRITE_WIRE=1` the file is written instead of compared; that is what `cargo xtask wire` does.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says so by failing"
)]

use std::{collections::BTreeMap, env, fs, path::Path};

use actions::{failure::Failure, wire};
use ts_rs::{Config, TS, TypeVisitor};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/wire.ts");

const HEAD: &str = "\
// What crosses between the program and its window. Made from the Rust types in crates/actions/src by `cargo xtask wire`:
// change those, not this.
";

/// Each type by its name, in the order of the alphabet.
struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of ours have a file of their own; the others (text, numbers, lists) are the language's.
        if T::output_path().is_none() || self.by_name.contains_key(&T::ident(&self.config)) {
            T::visit_generics(self);
            return;
        }
        let text = format!(
            "{}export {}",
            T::docs().unwrap_or_default(),
            T::decl(&self.config)
        );
        self.by_name.insert(T::ident(&self.config), tidy(&text));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// One line a field, comments of one line; one line a variant, without the comments inside it.
fn tidy(declaration: &str) -> String {
    let is_union = declaration.contains("} | {");
    let mut tidy = String::new();
    let mut comment: Option<String> = None;
    for line in declaration.lines().map(str::trim) {
        match (&mut comment, line) {
            (None, "/**") => comment = Some(String::new()),
            (Some(words), "*/") => {
                let indent = if tidy.is_empty() { "" } else { "  " };
                if tidy.is_empty() || !is_union {
                    tidy.push_str(&format!("{indent}/**{words} */\n"));
                }
                comment = None;
            }
            (Some(words), said) => {
                words.push_str(&format!(" {}", said.trim_start_matches(['*', ' '])))
            }
            (None, code) if is_union => tidy.push_str(&format!("{code} ")),
            (None, code) if code.starts_with("export") => tidy.push_str(&format!("{code}\n")),
            (None, code) => tidy.push_str(&format!("  {code}\n")),
        }
    }
    let tidy = if is_union {
        tidy.replace("= {", "=\n  | {").replace("} | {", "}\n  | {")
    } else {
        tidy.replace(", };", ",\n};")
    };
    tidy.trim_end().to_owned() + "\n"
}

/// Everything that a command takes or answers, and all that is in it.
fn generated() -> String {
    let mut declarations = Declarations {
        config: Config::default(),
        by_name: BTreeMap::new(),
    };
    declarations.visit::<wire::AccountCheckView>();
    declarations.visit::<wire::AccountView>();
    declarations.visit::<wire::AddAccountRequest>();
    declarations.visit::<wire::AddressGroupRequest>();
    declarations.visit::<wire::AddressGroupView>();
    declarations.visit::<wire::AllowlistView>();
    declarations.visit::<wire::AppView>();
    declarations.visit::<wire::AskHostsRequest>();
    declarations.visit::<wire::BatchOutcomeView>();
    declarations.visit::<wire::CallView>();
    declarations.visit::<wire::ChangeView>();
    declarations.visit::<wire::CheckedView>();
    declarations.visit::<wire::ChooseHostRequest>();
    declarations.visit::<wire::CopiedView>();
    declarations.visit::<wire::CopySnippetRequest>();
    declarations.visit::<wire::CopyVariableLinesRequest>();
    declarations.visit::<wire::CostRequest>();
    declarations.visit::<wire::CostView>();
    declarations.visit::<wire::CreateKeyRequest>();
    declarations.visit::<wire::CreateTemporaryKeyRequest>();
    declarations.visit::<wire::CreateWorkspaceRequest>();
    declarations.visit::<wire::CreatedKeyView>();
    declarations.visit::<wire::DeleteKeyRequest>();
    declarations.visit::<wire::DiagnoseRequest>();
    declarations.visit::<wire::DiagnosisView>();
    declarations.visit::<wire::DownloadedView>();
    declarations.visit::<wire::EditAccountRequest>();
    declarations.visit::<wire::EditDescriptionRequest>();
    declarations.visit::<wire::ExplainAllowlistRequest>();
    declarations.visit::<wire::ExportKeyRequest>();
    declarations.visit::<wire::FoundCredentialsView>();
    declarations.visit::<wire::HostAnswerView>();
    declarations.visit::<wire::KeepPastedRequest>();
    declarations.visit::<wire::KeptResultRef>();
    declarations.visit::<wire::KeptResultView>();
    declarations.visit::<wire::KeyList>();
    declarations.visit::<wire::KeyRef>();
    declarations.visit::<wire::KeyView>();
    declarations.visit::<wire::ListModelsRequest>();
    declarations.visit::<wire::ListTasksRequest>();
    declarations.visit::<wire::ModelAccessView>();
    declarations.visit::<wire::ModelLimitsView>();
    declarations.visit::<wire::ModelView>();
    declarations.visit::<wire::MyAddressesView>();
    declarations.visit::<wire::PastedKeyView>();
    declarations.visit::<wire::PermissionChangedView>();
    declarations.visit::<wire::PermissionPreviewView>();
    declarations.visit::<wire::PlanToolRequest>();
    declarations.visit::<wire::PlanVariableRequest>();
    declarations.visit::<wire::PreferencesView>();
    declarations.visit::<wire::PreviewPermissionRequest>();
    declarations.visit::<wire::ProgramView>();
    declarations.visit::<wire::RamPolicyView>();
    declarations.visit::<wire::RefreshedView>();
    declarations.visit::<wire::ResetKeyView>();
    declarations.visit::<wire::RevealedView>();
    declarations.visit::<wire::RotationView>();
    declarations.visit::<wire::SavedGroupView>();
    declarations.visit::<wire::SecretStoreView>();
    declarations.visit::<wire::SnippetView>();
    declarations.visit::<wire::StartCallRequest>();
    declarations.visit::<wire::StartProgramRequest>();
    declarations.visit::<wire::TaskListView>();
    declarations.visit::<wire::TaskRef>();
    declarations.visit::<wire::TaskView>();
    declarations.visit::<wire::TasksRequest>();
    declarations.visit::<wire::TemporaryKeyView>();
    declarations.visit::<wire::ToolGuideRequest>();
    declarations.visit::<wire::ToolGuideView>();
    declarations.visit::<wire::ToolPlanView>();
    declarations.visit::<wire::ToolView>();
    declarations.visit::<wire::UndoneEverythingView>();
    declarations.visit::<wire::UndoneView>();
    declarations.visit::<wire::UpdateModelAccessRequest>();
    declarations.visit::<wire::UpdateModelLimitsRequest>();
    declarations.visit::<wire::UpdatePermissionRequest>();
    declarations.visit::<wire::VariableLinesRequest>();
    declarations.visit::<wire::VariableLinesView>();
    declarations.visit::<wire::VariablePlanView>();
    declarations.visit::<wire::WorkspaceList>();
    declarations.visit::<wire::WorkspaceRef>();
    declarations.visit::<wire::WorkspaceRowView>();
    declarations.visit::<wire::WouldAllowRequest>();
    declarations.visit::<wire::WouldAllowView>();
    declarations.visit::<Failure>();
    let bodies: Vec<&str> = declarations.by_name.values().map(String::as_str).collect();
    format!("{HEAD}\n{}", bodies.join("\n"))
}

#[test]
fn the_windows_types_are_what_ours_say() {
    let generated = generated();
    if env::var_os("STUDIO_WRITE_WIRE").is_some() {
        fs::write(FILE, &generated).expect("ui/src/wire.ts can be written");
        return;
    }
    let committed = fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        committed == generated,
        "ui/src/wire.ts is not what the Rust types say; run: cargo xtask wire"
    );
}

#[test]
fn every_view_and_request_is_among_them() {
    let generated = generated();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/actions/src/wire");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the folder of the wire types") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a source file");
        for line in text.lines() {
            let name = line
                .strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub enum "));
            if let Some(name) = name.and_then(|rest| rest.split([' ', ';', '<', '(']).next()) {
                assert!(
                    generated.contains(&format!("export type {name} =")),
                    "{name} is in no answer and no request"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "found {seen} types");
}

#[test]
fn no_number_is_too_large_for_the_window() {
    assert!(
        !generated().contains("bigint"),
        "a 64-bit integer does not fit a JavaScript number; send it as text"
    );
}
