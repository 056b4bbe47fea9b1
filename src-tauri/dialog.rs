//! Words outside the page, for when there is no page.

use tauri::{AppHandle, Runtime};

/// Says natively that the window stayed blank, and where the log is.
#[cfg(target_os = "linux")]
pub(crate) fn blank_window<R: Runtime>(app: &AppHandle<R>, place: String) {
    use gtk::prelude::*;
    let shown = app.run_on_main_thread(move || {
        let dialog = gtk::MessageDialog::new(
            None::<&gtk::Window>,
            gtk::DialogFlags::empty(),
            gtk::MessageType::Error,
            gtk::ButtonsType::Close,
            "Studio Keys could not draw its window.",
        );
        let details = format!(
            "Every way to draw it was tried. Updating the graphics driver usually helps ({place})."
        );
        dialog.set_secondary_text(Some(&details));
        dialog.connect_response(|dialog, _| dialog.close());
        dialog.show_all();
    });
    if let Err(error) = shown {
        tracing::warn!(%error, "no dialog");
    }
}

/// The log has said it; a blank window is a matter of Linux.
#[cfg(not(target_os = "linux"))]
pub(crate) fn blank_window<R: Runtime>(_app: &AppHandle<R>, _place: String) {}
