//! The lines to type by hand: masked where they are shown, whole where they were asked for.

use actions::wire::{CopyVariableLinesRequest, LineScope, LineShell, VariableLinesRequest};
use actions::{Failure, copy_variable_lines, create_key, reveal_key, variable_lines};

use crate::home::{Home, key_for};

#[tokio::test]
async fn they_are_shown_masked_and_copied_with_the_key() {
    let home = Home::new().await;
    let world = home.world();
    let key = create_key(&world, key_for("by hand"))
        .await
        .unwrap()
        .key
        .key;
    let value = reveal_key(&world, &key).await.unwrap().value;
    let mut request = VariableLinesRequest {
        key: key.clone(),
        variable: "DASHSCOPE_API_KEY".to_owned(),
    };
    let shown = variable_lines(&world, &request).await.unwrap();
    let shells = [LineShell::Bash, LineShell::Zsh, LineShell::Fish];
    let scopes = [LineScope::Terminal, LineScope::Permanent];
    let all = shells.map(|shell| scopes.map(|scope| (shell, scope)));
    let found: Vec<_> = shown.iter().map(|one| (one.shell, one.scope)).collect();
    assert_eq!(found, all.concat());
    assert!(shown.iter().all(|one| !one.text.contains(&value)));

    for (shell, scope) in found {
        let wish = CopyVariableLinesRequest {
            key: key.clone(),
            variable: request.variable.clone(),
            shell,
            scope,
        };
        let copied = copy_variable_lines(&world, &wish).await.unwrap();
        assert!(
            copied.clears_in_seconds.is_some(),
            "they leave as a key does"
        );
        let text = home.clipboard.holds().unwrap();
        assert!(text.contains(&value) && text.contains("DASHSCOPE_API_KEY"));
    }

    request.variable = "A B".to_owned();
    let refused = variable_lines(&world, &request).await;
    assert!(matches!(refused, Err(Failure::VariableNameInvalid { .. })));
}
