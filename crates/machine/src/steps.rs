//! The places between two steps of a change.
//!
//! Nothing happens in them. They exist so that a test can end the process there and see that nothing is lost.

/// Is told when a step is done and the next has not begun.
pub trait Steps {
    /// The step that is done.
    fn reached(&self, step: &'static str);
}

/// The program itself: it stops nowhere.
impl Steps for () {
    fn reached(&self, _step: &'static str) {}
}
