use serde::Serialize;
use ts_rs::TS;

use super::{AddressClassView, FamilyView};

/// Under which addresses a region sees this computer.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MyAddressesView {
    /// What each service said for each family.
    pub answers: Vec<AddressAnswerView>,
    /// Different addresses that were named, IPv4 first: what "add" would add.
    pub addresses: Vec<String>,
    /// The services named different addresses of one family.
    pub differ: bool,
    /// What to know before adding one.
    pub notes: Vec<MyAddressNoteView>,
}

/// What one service said for one family.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressAnswerView {
    /// The service, as the preferences name it; empty for This computer, where nothing is asked.
    pub source: String,
    /// The family it was asked over.
    pub family: FamilyView,
    /// The address it saw.
    pub address: Option<String>,
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// Why there is no address.
    pub failure: Option<EchoFailureView>,
}

/// Why a service named no address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EchoFailureView {
    /// No connection over this family: this computer, its network or the service does not have it.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// An answer with another status than 200.
    Status {
        /// The status.
        status: u32,
    },
    /// The answer is no address: a sign-in page of a network, for example.
    NotAnAddress,
    /// The answer is an address of the other family, as behind a proxy.
    OtherFamily {
        /// The address.
        address: String,
    },
}

/// What to know before an address of this computer is added to a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum MyAddressNoteView {
    /// The services named different addresses: a VPN or a proxy may take them different ways.
    Differ {
        /// The family.
        family: FamilyView,
        /// What they named.
        addresses: Vec<String>,
    },
    /// A proxy is set for this program's environment: the services see the proxy's address, as the platform will.
    Proxy,
    /// This computer's own address is one of carrier-grade NAT: many customers share the public one.
    CarrierNat {
        /// The address of this computer in that net.
        address: String,
    },
    /// What was named is no address of the internet: the platform would never see it.
    NotOfTheInternet {
        /// The address.
        address: String,
        /// What it is for.
        class: AddressClassView,
    },
    /// Addresses of homes and mobiles change, some of them daily.
    MayChange,
}
