//! local-studio
