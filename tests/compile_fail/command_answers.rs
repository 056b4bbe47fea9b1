//! A command that answers what it was given.

#[tauri::command]
fn answer(given: Answer) -> Answer {
    given
}

fn main() {
    let _ = tauri::Builder::<tauri::Wry>::new().invoke_handler(tauri::generate_handler![answer]);
}
