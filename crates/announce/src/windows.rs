//! The broadcast itself.

use std::thread::JoinHandle;

use windows_sys::Win32::UI::WindowsAndMessaging::{
    HWND_BROADCAST, SMTO_ABORTIFHUNG, SendMessageTimeoutW, WM_SETTINGCHANGE,
};

/// How long one window may take to answer. One that hangs is passed over.
const MILLIS_A_WINDOW: u32 = 5000;

/// What the environment is called in this message.
const ENVIRONMENT: [u16; 12] = {
    let letters = b"Environment";
    let mut wide = [0; 12];
    let mut at = 0;
    while at < letters.len() {
        wide[at] = letters[at] as u16;
        at += 1;
    }
    wide
};

/// Tells every window of the session, on a thread of its own: each may take its time, and the caller has no use for that. The
/// answer is whether the system sent it to all; nobody needs to wait for it.
pub fn environment_changed() -> JoinHandle<bool> {
    std::thread::spawn(broadcast)
}

#[expect(unsafe_code, reason = "the system offers this in no other way")]
fn broadcast() -> bool {
    let mut answer = 0;
    // SAFETY: the text is static and ends in a zero, `answer` lives until the call returns, and this message takes nothing else.
    let sent = unsafe {
        SendMessageTimeoutW(
            HWND_BROADCAST,
            WM_SETTINGCHANGE,
            0,
            ENVIRONMENT.as_ptr() as isize,
            SMTO_ABORTIFHUNG,
            MILLIS_A_WINDOW,
            &raw mut answer,
        )
    };
    sent != 0
}
