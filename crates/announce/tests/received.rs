//! A window of the test's own is told.

#![cfg(windows)]
#![allow(
    unsafe_code,
    clippy::unwrap_used,
    reason = "a window is made by the system's own calls, and a test that cannot go on has failed"
)]

use std::ptr::{null, null_mut};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DispatchMessageW, MSG, PM_REMOVE, PeekMessageW,
    RegisterClassW, WM_SETTINGCHANGE, WNDCLASSW, WS_OVERLAPPEDWINDOW,
};

/// What the window was told was changed.
static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());

unsafe extern "system" fn on_message(
    window: HWND,
    message: u32,
    first: WPARAM,
    second: LPARAM,
) -> LRESULT {
    if message == WM_SETTINGCHANGE && second != 0 {
        let mut letters = Vec::new();
        let mut at = second as *const u16;
        // SAFETY: this message's second parameter is a text that ends in a zero.
        unsafe {
            while *at != 0 {
                letters.push(*at);
                at = at.add(1);
            }
        }
        TOLD.lock()
            .unwrap()
            .push(String::from_utf16(&letters).unwrap());
    }
    // SAFETY: the parameters are passed on as they came.
    unsafe { DefWindowProcW(window, message, first, second) }
}

fn make_window() -> HWND {
    let name: Vec<u16> = "announce test\0".encode_utf16().collect();
    let class = WNDCLASSW {
        lpfnWndProc: Some(on_message),
        lpszClassName: name.as_ptr(),
        style: 0,
        cbClsExtra: 0,
        cbWndExtra: 0,
        hInstance: null_mut(),
        hIcon: null_mut(),
        hCursor: null_mut(),
        hbrBackground: null_mut(),
        lpszMenuName: null(),
    };
    // SAFETY: the names live through both calls, and everything else may be empty. The window is never shown.
    unsafe {
        assert_ne!(RegisterClassW(&raw const class), 0);
        CreateWindowExW(
            0,
            name.as_ptr(),
            name.as_ptr(),
            WS_OVERLAPPEDWINDOW,
            0,
            0,
            10,
            10,
            null_mut(),
            null_mut(),
            null_mut(),
            null(),
        )
    }
}

/// Handles what was sent to the window.
fn handle_messages() {
    let mut message = MSG::default();
    // SAFETY: the message lives through both calls. A message that is sent, not posted, is handled inside the first.
    unsafe {
        if PeekMessageW(&raw mut message, null_mut(), 0, 0, PM_REMOVE) != 0 {
            DispatchMessageW(&raw const message);
        }
    }
    std::thread::sleep(Duration::from_millis(5));
}

/// Waits until nobody else says anything: a session that has just begun sends messages like ours.
fn wait_for_silence() {
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_secs(2) {
        handle_messages();
        if !std::mem::take(&mut *TOLD.lock().unwrap()).is_empty() {
            since = Instant::now();
        }
    }
}

#[test]
fn a_window_is_told_that_the_environment_changed() {
    let window = make_window();
    assert!(!window.is_null());
    wait_for_silence();
    let begun = Instant::now();
    let sent = announce::environment_changed();
    assert!(
        begun.elapsed() < Duration::from_secs(1),
        "the caller waits for nobody"
    );
    while TOLD.lock().unwrap().is_empty() && begun.elapsed() < Duration::from_secs(20) {
        handle_messages();
    }
    assert_eq!(*TOLD.lock().unwrap(), ["Environment"]);
    assert!(sent.join().unwrap());
}
