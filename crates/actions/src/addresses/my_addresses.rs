//! Under which addresses a region sees this computer. Only ever done because the user clicked: it tells two services of
//! others that this computer is there.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use model_studio::allowlist::{AddressClass, Entry, Suitability, Unsuitable};
use model_studio::region::{Region, RegionId, Site};
use tokio::net::UdpSocket;

use crate::addresses::echo_service::{self, EchoService};
use crate::addresses::problem::class;
use crate::addresses::this_computer;
use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::wire::{AddressAnswerView, FamilyView, MyAddressNoteView, MyAddressesView};
use crate::world::World;
use crate::{preferences, typed};

/// Asks both services of the preferences over both families, all four side by side. For This computer the answer is
/// loopback, and nobody is asked.
///
/// # Errors
/// [`Failure::EchoServiceInvalid`] and [`Failure::EchoServicesSame`]; a service that does not answer is in the view.
pub async fn my_addresses(world: &Arc<World>, region: &str) -> Result<MyAddressesView, Failure> {
    if typed::region(region)?.site == Site::ThisComputer {
        return Ok(loopback(world));
    }
    let names = world.catalog(preferences::read).await?.echo_services;
    let [first, second] = echo_service::both(&names)?;
    let one = |name: &str, service: &EchoService, family| {
        let (name, service, at) = (name.to_owned(), service.clone(), world.now());
        async move {
            let (address, failure) = match service.ask(family).await {
                Ok(address) => (Some(address), None),
                Err(failure) => (None, Some(failure)),
            };
            Answer {
                address,
                view: AddressAnswerView {
                    source: name,
                    family,
                    address: address.map(|address| address.to_string()),
                    at: milliseconds(at),
                    failure,
                },
            }
        }
    };
    let [a, b] = [names[0].as_str(), names[1].as_str()];
    let (first_v4, second_v4, first_v6, second_v6, behind) = tokio::join!(
        one(a, &first, FamilyView::Ipv4),
        one(b, &second, FamilyView::Ipv4),
        one(a, &first, FamilyView::Ipv6),
        one(b, &second, FamilyView::Ipv6),
        carrier_nat(&first),
    );
    let answers = [first_v4, second_v4, first_v6, second_v6];
    // A set, so that each is there once; IPv4 sorts first.
    let found: BTreeSet<IpAddr> = answers.iter().filter_map(|answer| answer.address).collect();
    this_computer::remember(world, found.iter().copied().collect());
    let mut notes = differing(&found);
    if behind_proxy(world) {
        notes.push(MyAddressNoteView::Proxy);
    }
    notes.extend(behind.map(|address| MyAddressNoteView::CarrierNat {
        address: address.to_string(),
    }));
    notes.extend(found.iter().filter_map(not_of_the_internet));
    if !found.is_empty() {
        notes.push(MyAddressNoteView::MayChange);
    }
    Ok(MyAddressesView {
        differ: notes
            .iter()
            .any(|note| matches!(note, MyAddressNoteView::Differ { .. })),
        answers: answers.into_iter().map(|answer| answer.view).collect(),
        addresses: found.iter().map(IpAddr::to_string).collect(),
        notes,
    })
}

struct Answer {
    address: Option<IpAddr>,
    view: AddressAnswerView,
}

fn loopback(world: &World) -> MyAddressesView {
    let address = this_computer::LOOPBACK.to_string();
    MyAddressesView {
        answers: vec![AddressAnswerView {
            source: String::new(),
            family: FamilyView::Ipv4,
            address: Some(address.clone()),
            at: milliseconds(world.now()),
            failure: None,
        }],
        addresses: vec![address],
        differ: false,
        notes: Vec::new(),
    }
}

fn differing(found: &BTreeSet<IpAddr>) -> Vec<MyAddressNoteView> {
    let of = |family: FamilyView| {
        let addresses: Vec<String> = found
            .iter()
            .filter(|address| address.is_ipv4() == (family == FamilyView::Ipv4))
            .map(IpAddr::to_string)
            .collect();
        (addresses.len() > 1).then_some(MyAddressNoteView::Differ { family, addresses })
    };
    [FamilyView::Ipv4, FamilyView::Ipv6]
        .into_iter()
        .filter_map(of)
        .collect()
}

/// As far as the environment says: that is where command-line tools look too.
fn behind_proxy(world: &World) -> bool {
    let environment = &world.surroundings.environment;
    ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
        .into_iter()
        .filter_map(|name| environment.get(name))
        .any(|value| !value.trim().is_empty())
}

fn not_of_the_internet(address: &IpAddr) -> Option<MyAddressNoteView> {
    special(*address).map(|of| MyAddressNoteView::NotOfTheInternet {
        address: address.to_string(),
        class: class(of),
    })
}

/// What an address is for, if it is not one of the internet.
fn special(address: IpAddr) -> Option<AddressClass> {
    // Any region of the cloud: they all see the internet alone.
    let cloud: &Region = RegionId::CnBeijing.region();
    match Suitability::of(&Entry::of_address(address), cloud) {
        Suitability::Refused(Unsuitable::Special { class, .. }) => Some(class),
        _ => None,
    }
}

/// The address that this computer would send from, if it is one of carrier-grade NAT. Connecting a datagram socket only
/// asks the system for the way: nothing is sent.
async fn carrier_nat(service: &EchoService) -> Option<IpAddr> {
    let (host, port) = service.host_and_port()?;
    let targets = tokio::net::lookup_host((host, port)).await.ok()?;
    for target in targets {
        let from: IpAddr = match target.ip() {
            IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
            IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
        };
        let Ok(socket) = UdpSocket::bind((from, 0)).await else {
            continue;
        };
        if socket.connect(target).await.is_err() {
            continue;
        }
        let own = socket.local_addr().ok()?.ip();
        if special(own) == Some(AddressClass::CarrierNat) {
            return Some(own);
        }
    }
    None
}
