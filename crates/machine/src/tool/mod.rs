//! Tools that use keys: what is written into the settings of those that let a program do so.
//!
//! A tool is a module in [`written`] that says where its settings are, which paths in them are ours and what stands in them.
//! Everything else is the same for all: [`plan_tool()`] shows what would be written, [`apply_tool()`] writes it, and the change
//! is verified, followed, moved and undone with those of variables, by one journal.
//!
//! Of two changes of one tool the later stands on what was there before the earlier: that is taken out before the later is
//! put in, and put in again when the later is undone.

mod apply;
mod compose;
mod document;
#[cfg(test)]
mod generated;
mod guided;
mod id;
mod layer;
mod list;
mod plan;
mod preview;
mod refresh;
mod rights;
mod rivals;
mod settings;
mod unread;
mod verify;
mod written;

pub use apply::apply_tool;
pub(crate) use apply::is_needed;
pub(crate) use compose::{done, is_whole, put_back_in};
pub(crate) use document::{Format, Step};
pub use document::{Obstacle, ObstacleKind};
pub use guided::{GuidedTool, find_guided};
pub use id::{Protocol, ToolId, ToolUse, ToolWay};
pub(crate) use layer::Owned;
pub use list::{Tool, UsedTool, tools};
pub use plan::{ToolPlan, ToolWish, plan_tool};
pub(crate) use refresh::{follow_tools, know_contents, move_tools, rename_in_tools};
pub(crate) use rights::Rights;
pub use rivals::Rival;
pub(crate) use unread::{has_ours, in_the_way, settings_file};
pub(crate) use verify::read_back;
