//! The one window: shown when its page is loaded, so that nothing white flashes; raised when the program is started again.

use tauri::{
    AppHandle, Manager, Runtime, Webview, WebviewWindow,
    webview::{Color, PageLoadEvent, PageLoadPayload},
};
use tauri_plugin_window_state::StateFlags;

use crate::watchdog::Watchdog;

/// Its name in `tauri.conf.json` and in the capability.
pub const MAIN: &str = "main";

/// What is remembered of it. Not whether it was visible: it always comes up hidden and is shown when it is ready.
pub(crate) const REMEMBERED: StateFlags = StateFlags::SIZE
    .union(StateFlags::POSITION)
    .union(StateFlags::MAXIMIZED);

/// `--surface` of `ui/src/style/tokens.css`.
const LIGHT: Color = Color(0xff, 0xff, 0xff, 0xff);
const DARK: Color = Color(0x1b, 0x1c, 0x20, 0xff);

/// Gives the window the colour of the page before there is a page.
pub(crate) fn tint<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    let colour = if is_dark(&window) { DARK } else { LIGHT };
    if let Err(error) = window.set_background_color(Some(colour)) {
        tracing::warn!(%error, "the window keeps its own colour");
    }
}

/// Whether the desktop is dark, asked of the colours that GTK draws with: a theme can be dark by its name, by a setting or
/// by a variable, and the page follows all three.
#[cfg(target_os = "linux")]
fn is_dark<R: Runtime>(window: &WebviewWindow<R>) -> bool {
    use gtk::prelude::StyleContextExt;
    let colour = window.gtk_window().ok().and_then(|native| {
        gtk::prelude::WidgetExt::style_context(&native).lookup_color("theme_bg_color")
    });
    colour.is_some_and(|colour| colour.red() + colour.green() + colour.blue() < 1.5)
}

/// Whether the desktop is dark.
#[cfg(not(target_os = "linux"))]
fn is_dark<R: Runtime>(window: &WebviewWindow<R>) -> bool {
    matches!(window.theme(), Ok(tauri::Theme::Dark))
}

/// Shows the window once its page is there.
pub(crate) fn loaded<R: Runtime>(webview: &Webview<R>, load: &PageLoadPayload<'_>) {
    webview.state::<Watchdog>().loading();
    if load.event() == PageLoadEvent::Finished
        && let Some(window) = webview.app_handle().get_webview_window(webview.label())
    {
        show(&window);
    }
}

/// Shows the window; a shown one stays as it is.
pub(crate) fn show<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.show() {
        tracing::error!(%error, "the window cannot be shown");
    }
}

/// Brings the window to the front, because the program was started again.
pub(crate) fn raise<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    show(&window);
    if let Err(error) = window.unminimize().and_then(|()| window.set_focus()) {
        tracing::warn!(%error, "the window was not raised");
    }
}
