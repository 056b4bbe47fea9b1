//! A view that holds what is shown.

#[derive(serde::Serialize)]
pub struct ShownView {
    pub shown: Answer,
}

fn main() {}
