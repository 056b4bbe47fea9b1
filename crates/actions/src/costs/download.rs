//! The table of costs as a file.

use std::sync::Arc;

use super::costs;
use crate::csv;
use crate::downloads;
use crate::failure::Failure;
use crate::wire::{CostRequest, CostView, DownloadedView};
use crate::world::{World, blocking};

/// Writes what [`costs()`] answers to `studio-keys-costs-<start>-<end>.csv` in the folder for downloads.
///
/// # Errors
/// As [`costs()`], and [`Failure::DiskFull`] or [`Failure::FileNotWritten`].
pub async fn download_costs(
    world: &Arc<World>,
    request: CostRequest,
) -> Result<DownloadedView, Failure> {
    let name = format!("studio-keys-costs-{}-{}", request.start, request.end);
    let text = table(&costs(world, request).await?);
    let folder = world.downloads.clone();
    let path = blocking(move || downloads::write(&folder, &name, "csv", text.as_bytes())).await??;
    Ok(DownloadedView {
        path: path.display().to_string(),
    })
}

/// One line a step of time and group, amounts as the service wrote them.
fn table(costs: &CostView) -> String {
    let mut table = csv::line(["period", "id", "name", "amount", "currency"]);
    for period in &costs.periods {
        for cost in &period.groups {
            let group = costs.groups.iter().find(|group| group.key == cost.key);
            table.push_str(&csv::line([
                period.period.as_str(),
                &cost.key,
                group.map_or("", |group| group.name.as_str()),
                &cost.amount,
                &costs.currency,
            ]));
        }
    }
    table
}
