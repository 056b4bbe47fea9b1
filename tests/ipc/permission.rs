//! Limiting a key through the window's door: explain, preview, save with proof, undo.

use serde_json::{Value, json};

use crate::door::{Door, Home};

const REGION: &str = "this-computer";

#[test]
fn a_key_is_limited_and_let_in_again() {
    let home = Home::new();
    let door = Door::open(&home);
    let request = json!({ "attempt": "1", "region": REGION, "workspaceId": null, "description": "limited",
                          "permission": { "type": "all" } });
    let created = door.get("create_key", json!({ "request": request }));
    let key = json!({ "region": REGION, "apiKeyId": created["key"]["apiKeyId"] });

    let text = "127.0.0.2 # another computer";
    let explained = door.get(
        "explain_allowlist",
        json!({ "request": { "region": REGION, "text": text } }),
    );
    assert_eq!(explained["sendable"], true, "{explained}");
    assert_eq!(explained["entries"][0]["state"]["kind"], "good");
    let would = door.get(
        "would_allow",
        json!({ "request": { "entries": explained["sends"], "address": "127.0.0.1" } }),
    );
    assert_eq!(would["allowed"], false);

    let wanted = json!({ "type": "custom", "addresses": text, "models": null });
    let preview = door.get(
        "preview_permission",
        json!({ "request": { "keys": [key], "opened": { "type": "all" }, "permission": wanted } }),
    );
    let change = &preview["keys"][0]["change"];
    assert_eq!(change["shutsOut"][0]["who"]["kind"], "thisComputer");
    let save = |expected: &Value, permission: &Value| json!({ "request": { "key": key, "expected": expected, "permission": permission, "groups": [] } });
    let saved = door.get("update_permission", save(&change["current"], &wanted));
    assert_eq!(saved["proof"]["kind"], "refused", "{saved}");
    assert_eq!(saved["proof"]["asMeant"], true);
    assert_eq!(
        door.refused(
            "update_permission",
            save(
                &json!({ "type": "all" }),
                &json!({ "type": "custom",
            "addresses": "127.0.0.3", "models": null })
            )
        ),
        "permissionChanged"
    );

    let restore = json!({ "type": "restore", "permission": saved["before"] });
    let undone = door.get(
        "update_permission",
        save(&saved["key"]["permission"], &restore),
    );
    assert_eq!(undone["proof"]["kind"], "allowed", "{undone}");
    assert_eq!(undone["key"]["permission"], json!({ "type": "all" }));
}
