//! model-studio
