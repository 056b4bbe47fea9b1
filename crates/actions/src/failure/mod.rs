//! The one shape in which a failure reaches the window: a code and its fields. The window's dictionary turns each code
//! into words; no text made here is shown but what a system or the service itself said.

mod from_machine;
mod from_service;
mod from_vault;
mod problem;

pub(crate) use from_service::{about_creation, about_key, about_use};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::{AddressProblemView, FailReasonView, PermissionView};
pub use problem::{
    CredentialProblemView, PastedProblemView, PublicKeyProblemView, RefusalCauseView,
};

/// What went wrong, one variant a cause that someone handles. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(
    tag = "code",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Failure {
    // --- where secrets rest -------------------------------------------------------------------------------------
    /// The keyring is locked.
    #[error("the keyring is locked")]
    SecretStoreLocked,
    /// There is no keyring, and no encrypted file was chosen.
    #[error("there is no keyring")]
    SecretStoreAbsent,
    /// The keyring refused.
    #[error("the keyring refused: {detail}")]
    SecretStoreRefused {
        /// What it said.
        detail: String,
    },
    /// The key's value is not on this computer.
    #[error("the value of key {api_key_id} is not on this computer")]
    SecretMissing {
        /// The key.
        api_key_id: String,
    },
    /// The passphrase does not open the file.
    #[error("wrong passphrase")]
    PassphraseWrong,
    /// The encrypted file is damaged or not ours.
    #[error("{path} cannot be used: {reason}")]
    SecretFileUnusable {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The passphrase is too short.
    #[error("the passphrase has fewer than {minimum} characters")]
    PassphraseTooShort {
        /// Characters that are needed.
        minimum: u32,
    },
    // --- what was typed -----------------------------------------------------------------------------------------
    /// The description is too long.
    #[error("the description has {length} of at most {limit} characters")]
    DescriptionTooLong {
        /// Characters typed.
        length: u32,
        /// Characters allowed.
        limit: u32,
    },
    /// Custom without an address.
    #[error("the allowlist is empty")]
    AllowlistEmpty,
    /// More addresses than the platform takes.
    #[error("{count} of at most {limit} addresses")]
    AllowlistTooLong {
        /// Entries typed.
        count: u32,
        /// Entries allowed.
        limit: u32,
    },
    /// A line that is no address.
    #[error("line {line} is no address: {text}")]
    AddressInvalid {
        /// From 1.
        line: u32,
        /// The line.
        text: String,
    },
    /// A block such as 203.0.113.7/24, which could mean the block or the address.
    #[error("line {line} has host bits set: {text}")]
    AddressHasHostBits {
        /// From 1.
        line: u32,
        /// The line.
        text: String,
        /// The block it lies in.
        block: String,
    },
    /// An address that the region can do nothing with: a private one for a service on the internet, IPv6 where it is not
    /// taken.
    #[error("line {line} is no address that the region can use: {text}")]
    AddressUnsuitable {
        /// From 1.
        line: u32,
        /// The entry.
        text: String,
        /// Why.
        problem: AddressProblemView,
    },
    /// "Exactly these models" without a model.
    #[error("no model is named")]
    ModelsEmpty,
    /// A group without a name.
    #[error("the group has no name")]
    GroupNameEmpty,
    /// The group's name is too long.
    #[error("the group's name has {length} of at most {limit} characters")]
    GroupNameTooLong {
        /// Characters typed.
        length: u32,
        /// Characters allowed.
        limit: u32,
    },
    /// Another group has this name.
    #[error("there is a group {name} already")]
    GroupNameTaken {
        /// The name.
        name: String,
    },
    /// A group that is gone, deleted in another window perhaps.
    #[error("there is no such group")]
    GroupUnknown,
    /// An echo service that is no web address, or one without https.
    #[error("{address} cannot be asked for an address")]
    EchoServiceInvalid {
        /// What was typed.
        address: String,
    },
    /// Two echo services on one host, which prove nothing about each other.
    #[error("both services are {host}")]
    EchoServicesSame {
        /// The host.
        host: String,
    },
    /// The name cannot be an environment variable.
    #[error("{name} cannot be an environment variable")]
    VariableNameInvalid {
        /// The name.
        name: String,
    },
    /// The session itself depends on this variable.
    #[error("{name} belongs to the system")]
    VariableReserved {
        /// The name.
        name: String,
    },
    /// One variable would be set twice at once.
    #[error("{name} is named twice")]
    VariableTwice {
        /// The name.
        name: String,
    },
    /// The keyring cannot be asked when a shell starts.
    #[error("the keyring cannot be asked when a shell starts")]
    KeyringWayMissing,
    /// The key has characters that no environment variable can hold.
    #[error("the value cannot be kept in an environment variable")]
    ValueUnsuitable,
    /// No place was ticked.
    #[error("no destination was chosen")]
    NoDestination,
    /// An account without a name.
    #[error("the account has no name")]
    AccountNameEmpty,
    /// Another account has this name.
    #[error("there is an account {name} already")]
    AccountNameTaken {
        /// The name.
        name: String,
    },
    /// What was typed cannot be an AccessKey.
    #[error("this is no AccessKey: {problem:?}")]
    CredentialsInvalid {
        /// What is wrong with it.
        problem: CredentialProblemView,
    },
    /// What was found on this computer is not there any more, or cannot be used.
    #[error("the credentials that were found are gone")]
    CredentialsGone,
    /// The command line's file of credentials cannot be read.
    #[error("{path} cannot be read: {reason}")]
    CredentialsFileUnusable {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// An endpoint that is no address of a service.
    #[error("{text} is no address of a service")]
    EndpointInvalid {
        /// What was typed.
        text: String,
    },
    /// The file of a certificate authority cannot be used.
    #[error("{path} holds no certificate: {reason}")]
    CaFileUnusable {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// A workspace without a name, or with one that is too long.
    #[error("the workspace's name has {length} of 1 to {limit} characters")]
    WorkspaceNameInvalid {
        /// Characters typed.
        length: u32,
        /// Characters allowed.
        limit: u32,
    },
    /// A time that ends before it begins, or days that there are not.
    #[error("{start} to {end} is no time")]
    PeriodInvalid {
        /// The first day, as it was asked for.
        start: String,
        /// The last day.
        end: String,
    },
    /// What was pasted is no key.
    #[error("this is no key: {problem:?}")]
    PastedInvalid {
        /// What is wrong with it.
        problem: PastedProblemView,
    },
    /// The pasted key is not held any more.
    #[error("the pasted key is not held any more")]
    PastedGone,
    /// Another value of this key is kept, and its list says that it is the right one.
    #[error("another value of key {api_key_id} is kept already")]
    KeptAlready {
        /// The key.
        api_key_id: String,
    },
    /// A time to live outside of what the service takes.
    #[error("{seconds} is not between 1 and {limit} seconds")]
    LifetimeInvalid {
        /// Seconds asked for.
        seconds: u32,
        /// Seconds allowed.
        limit: u32,
    },
    /// A call without a text or a model.
    #[error("there is nothing to send")]
    NothingToSend,
    // --- the service --------------------------------------------------------------------------------------------
    /// The region has no AccessKey set up.
    #[error("{region} needs an account")]
    RegionNeedsAccount {
        /// The region.
        region: String,
    },
    /// There is no such account.
    #[error("there is no such account")]
    AccountUnknown,
    /// The account's secret is not in the keyring any more.
    #[error("the secret of account {name} is not on this computer")]
    AccountSecretMissing {
        /// The account.
        name: String,
    },
    /// The service does not know the AccessKey id.
    #[error("the service does not know this AccessKey")]
    AccessKeyUnknown {
        /// To quote to support.
        request_id: String,
    },
    /// The AccessKey is disabled.
    #[error("the AccessKey is disabled")]
    AccessKeyInactive {
        /// To quote to support.
        request_id: String,
    },
    /// The AccessKey's secret is not the right one.
    #[error("the AccessKey secret is wrong")]
    AccessKeySecretWrong {
        /// To quote to support.
        request_id: String,
    },
    /// Temporary credentials ended.
    #[error("the temporary credentials ended")]
    CredentialsExpired {
        /// To quote to support.
        request_id: String,
    },
    /// A RAM user without the right to do this.
    #[error("not allowed: {action}")]
    PermissionMissing {
        /// The action that is missing, such as `modelstudio:ListApiKeys`; empty where the service does not say.
        action: String,
        /// To quote to support.
        request_id: String,
    },
    /// Model Studio is not activated in the region.
    #[error("Model Studio is not activated there: {platform_code}")]
    RegionNotActivated {
        /// The service's code.
        platform_code: String,
    },
    /// The account owes money.
    #[error("the account is in arrears: {platform_code}")]
    AccountOwes {
        /// The service's code.
        platform_code: String,
    },
    /// Something between here and the service answers instead of it: a sign-in page.
    #[error("a sign-in page answered instead of {host}")]
    SignInPage {
        /// The host that was asked.
        host: String,
    },
    /// Workspaces are needed first.
    #[error("the service has no workspace {workspace_id}")]
    WorkspaceNotFound {
        /// The workspace.
        workspace_id: String,
    },
    /// The workspace was not deleted.
    #[error("the workspace was not deleted")]
    WorkspaceNotDeleted {
        /// What stands in the way.
        reasons: Vec<FailReasonView>,
        /// To quote to support.
        request_id: String,
    },
    /// The key has no entry at the service that this program could change.
    #[error("the key is not in the service's list")]
    KeyNotListed,
    /// The key's host is not known: its region has none for all workspaces.
    #[error("the host of the key is not known")]
    HostUnknown,
    /// There is no such rotation, or it has ended.
    #[error("there is no such rotation")]
    RotationUnknown,
    /// The key is being rotated already.
    #[error("the key is being rotated already")]
    RotationUnderWay {
        /// The rotation.
        id: String,
    },
    /// The temporary key has ended.
    #[error("the temporary key has ended")]
    TemporaryKeyEnded,
    /// The service's public key cannot be used, so nothing was sent.
    #[error("the public key of {host} cannot be used: {problem:?}")]
    PublicKeyUnusable {
        /// The host.
        host: String,
        /// What is wrong with it.
        problem: PublicKeyProblemView,
    },
    /// The answer was not encrypted with our key, or was changed on its way.
    #[error("the answer cannot be decrypted")]
    AnswerNotAuthentic,
    /// The call is not known any more.
    #[error("the call is not known any more")]
    CallUnknown,
    /// The task runs or has ended: only waiting ones can be cancelled.
    #[error("the task is past cancelling")]
    TaskNotPending,
    /// The service does not know the task, or not any more.
    #[error("the service does not know the task")]
    TaskUnknown,
    /// The region cannot do this.
    #[error("{region} cannot do this")]
    RegionCannot {
        /// The region.
        region: String,
    },
    /// This computer's server did not start.
    #[error("the server on this computer is not running: {reason}")]
    LocalStudioStopped {
        /// What the system said.
        reason: String,
    },
    /// No more keys.
    #[error("the quota of {limit} keys is used up")]
    QuotaReached {
        /// Keys allowed.
        limit: u32,
    },
    /// The key is gone.
    #[error("the service has no key {api_key_id}")]
    KeyNotFound {
        /// The key.
        api_key_id: String,
    },
    /// The service says no to this key.
    #[error("the service does not accept the key: {platform_code}")]
    KeyRefused {
        /// The service's code.
        platform_code: String,
        /// The key is disabled, as far as this program knows.
        disabled: bool,
        /// Why, as far as it can be known.
        cause: RefusalCauseView,
    },
    /// The key's permission is not what the user was shown: it was changed elsewhere, and nothing was saved.
    #[error("the key's permission was changed elsewhere")]
    PermissionChanged {
        /// What it is now.
        current: PermissionView,
    },
    /// The key's permission has parts that this program does not know. Saving would drop them, so nothing was saved.
    #[error("the key's permission has unknown parts: {}", parts.join(", "))]
    PermissionHasUnknownParts {
        /// Their names, as the service writes them.
        parts: Vec<String>,
    },
    /// The key may not be used from this computer.
    #[error("the key's allowlist does not let this computer in")]
    AddressNotAllowed {
        /// The service's code.
        platform_code: String,
    },
    /// The AccessKey or its signature was refused.
    #[error("the service does not accept the AccessKey: {platform_code}")]
    AccessKeyRefused {
        /// The service's code.
        platform_code: String,
        /// To quote to support.
        request_id: String,
    },
    /// The clocks are more than 15 minutes apart.
    #[error("the clock of this computer is off")]
    ClockWrong {
        /// To quote to support.
        request_id: String,
    },
    /// The service wants fewer requests.
    #[error("too many requests")]
    TooManyRequests,
    /// Any other refusal, with the service's own words.
    #[error("the service refused: {platform_code}: {message}")]
    PlatformRefused {
        /// The service's code.
        platform_code: String,
        /// The service's words.
        message: String,
        /// To quote to support.
        request_id: String,
    },
    /// No connection.
    #[error("{host} cannot be reached")]
    Unreachable {
        /// The host.
        host: String,
    },
    /// Nobody whom this computer trusts vouches for the host; nothing was sent.
    #[error("the certificate of {host} is not trusted")]
    NotTrusted {
        /// The host.
        host: String,
    },
    /// No answer in time. For a creation the outcome is unknown and will be looked up.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// The host.
        host: String,
    },
    /// An earlier try created the key, and its value never arrived.
    #[error("key {api_key_id} was created, but its value never arrived")]
    CreatedWithoutValue {
        /// The key.
        api_key_id: String,
    },
    /// How an earlier try ended cannot be found out now.
    #[error("it is not known how the first try ended")]
    OutcomeUnknown,
    /// The connection broke while the service may have been at work.
    #[error("the connection to {host} broke")]
    ConnectionLost {
        /// The host.
        host: String,
    },
    /// An answer that is not the service's, such as the sign-in page of a network.
    #[error("{host} gave an answer that is not the service's")]
    AnswerNotUnderstood {
        /// The host.
        host: String,
    },
    // --- files of this computer ---------------------------------------------------------------------------------
    /// The file may not be written.
    #[error("{path} is read-only")]
    FileReadOnly {
        /// The file.
        path: String,
    },
    /// A symbolic link that leads nowhere or in a circle.
    #[error("{path} is a link that leads nowhere")]
    FileLinkBroken {
        /// The link.
        path: String,
    },
    /// The system does not let this user read or write there.
    #[error("no permission for {path}")]
    FilePermissionDenied {
        /// The path.
        path: String,
    },
    /// The file has a second name, and replacing it would part the two.
    #[error("{path} is hard-linked")]
    FileHardLinked {
        /// The file.
        path: String,
    },
    /// The path holds characters that cannot be written into a start-up file.
    #[error("{path} cannot be written into a start-up file")]
    PathUnsupported {
        /// The path.
        path: String,
    },
    /// The program of a place is not installed.
    #[error("{program} is not installed")]
    ProgramMissing {
        /// The program.
        program: String,
    },
    /// A shell did not answer.
    #[error("{program} could not be asked")]
    ShellUnusable {
        /// The shell.
        program: String,
    },
    /// A fresh shell has the old key still: something but this program sets it there.
    #[error("{program} still sees the old key in {variable}")]
    OldKeyStillSeen {
        /// The shell.
        program: String,
        /// The variable.
        variable: String,
    },
    /// A folder or a device.
    #[error("{path} is not an ordinary file")]
    FileNotOrdinary {
        /// The path.
        path: String,
    },
    /// Larger than any start-up file.
    #[error("{path} is too large")]
    FileTooLarge {
        /// The file.
        path: String,
    },
    /// The start-up file has a syntax error already.
    #[error("{path} has a syntax error: {detail}")]
    FileHasSyntaxError {
        /// The file.
        path: String,
        /// The line, if the shell named one.
        line: Option<u32>,
        /// What the shell said, without a word of the file.
        detail: String,
    },
    /// The change would break the start-up file, so it was not made.
    #[error("the change would break {path}: {detail}")]
    ChangeBreaksFile {
        /// The file.
        path: String,
        /// The line, if the shell named one.
        line: Option<u32>,
        /// What the shell said, without a word of the file.
        detail: String,
    },
    /// The start-up file ends inside a command or a text.
    #[error("{path} ends in the middle of something")]
    FileEndsOpen {
        /// The file.
        path: String,
        /// Its last line.
        line: u32,
    },
    /// Something else stands where an object of a tool's settings is needed.
    #[error("{setting} in {path} is something else than is needed")]
    SettingInTheWay {
        /// The file.
        path: String,
        /// The setting, such as `env`; empty for the whole file.
        setting: String,
    },
    /// A tool cannot be given a key in this way, here.
    #[error("{tool} cannot be given a key in this way")]
    ToolWayUnavailable {
        /// Its name.
        tool: String,
    },
    /// This program does not write the settings of this tool.
    #[error("the settings of {tool} are not written by this program")]
    ToolNotWritten {
        /// Its name.
        tool: String,
    },
    /// A tool is led by hand, or takes no import link.
    #[error("{tool} has nothing to be led through, or takes no link")]
    ToolNotGuided {
        /// Its name.
        tool: String,
    },
    /// The host has no address for what the tool speaks.
    #[error("{origin} has no address that {tool} can use")]
    ToolProtocolMissing {
        /// Its name.
        tool: String,
        /// The host.
        origin: String,
    },
    /// A line of somebody's cannot be commented out without taking something else along.
    #[error("line {line} of {path} does not stand alone")]
    LineNotAlone {
        /// The file.
        path: String,
        /// The line.
        line: u32,
    },
    /// The start-up file holds half of our block.
    #[error("the block of Studio Keys in {path} is damaged at line {line}")]
    FileBlockDamaged {
        /// The file.
        path: String,
        /// From 1.
        line: u32,
    },
    /// A variable in the registry is no text, so it could not be put back.
    #[error("{variable} in {path} is no text")]
    RegistryValueUnsuitable {
        /// The key of the registry.
        path: String,
        /// The variable.
        variable: String,
    },
    /// The file changed between preview and write.
    #[error("{path} was changed meanwhile")]
    FileChanged {
        /// The file.
        path: String,
    },
    /// The disk is full.
    #[error("no space left to write {path}")]
    DiskFull {
        /// The file.
        path: String,
    },
    /// The system refused the write; everything is as before.
    #[error("{path} cannot be written: {reason}")]
    FileNotWritten {
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The preview is no longer known.
    #[error("the plan is no longer known")]
    PlanUnknown,
    /// Another window or process is changing this computer.
    #[error("another change is being made")]
    AnotherChange,
    /// A file of the journal is damaged.
    #[error("{path} is damaged")]
    JournalDamaged {
        /// The file.
        path: String,
    },
    /// A file of the journal is of a newer version of this program.
    #[error("{path} is of a newer version")]
    JournalNewer {
        /// The file.
        path: String,
    },
    /// The change is undone already.
    #[error("the change is undone already")]
    ChangeUndone,
    /// There is no such change.
    #[error("there is no such change")]
    ChangeUnknown,
    // --- this program -------------------------------------------------------------------------------------------
    /// The clipboard cannot be used.
    #[error("the clipboard cannot be used: {detail}")]
    ClipboardUnavailable {
        /// What the system said.
        detail: String,
    },
    /// The system has no browser for a page, or it did not start.
    #[error("nothing here opens {address}")]
    BrowserUnavailable {
        /// The page's address.
        address: String,
    },
    /// What is known about keys cannot be read or written.
    #[error("{path} cannot be used: {reason}")]
    CatalogUnusable {
        /// The file.
        path: String,
        /// What went wrong.
        reason: String,
    },
    /// The data was written by a newer version.
    #[error("{path} was written by a newer version")]
    CatalogTooNew {
        /// The file.
        path: String,
    },
    /// The action was cut off inside the program.
    #[error("the action did not end")]
    Interrupted,
}
