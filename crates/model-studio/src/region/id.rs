//! The ids of regions and their texts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{REGIONS, Region};

/// Names a region; on the wire and in files its text, such as `cn-beijing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RegionId {
    /// The server on this computer.
    ThisComputer,
    /// China (Beijing).
    CnBeijing,
    /// Singapore.
    ApSoutheast1,
    /// Japan (Tokyo).
    ApNortheast1,
    /// China (Hong Kong).
    CnHongkong,
    /// Germany (Frankfurt).
    EuCentral1,
    /// US (Virginia).
    UsEast1,
}

/// The text names no region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no region {text:?}")]
pub struct RegionUnknown {
    /// What was given.
    pub text: String,
}

impl RegionId {
    /// The platform's text for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            RegionId::ThisComputer => "this-computer",
            RegionId::CnBeijing => "cn-beijing",
            RegionId::ApSoutheast1 => "ap-southeast-1",
            RegionId::ApNortheast1 => "ap-northeast-1",
            RegionId::CnHongkong => "cn-hongkong",
            RegionId::EuCentral1 => "eu-central-1",
            RegionId::UsEast1 => "us-east-1",
        }
    }

    /// What is known about it.
    pub const fn region(self) -> &'static Region {
        // The table stands in the order of the variants; a test holds them together.
        &REGIONS[self as usize]
    }
}

impl fmt::Display for RegionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for RegionId {
    type Err = RegionUnknown;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        REGIONS
            .iter()
            .map(|region| region.id)
            .find(|id| id.as_str() == text)
            .ok_or_else(|| RegionUnknown {
                text: text.to_owned(),
            })
    }
}

impl Serialize for RegionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RegionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_finds_its_own_row_and_its_own_text() {
        for region in &REGIONS {
            assert_eq!(region.id.region().id, region.id);
            assert_eq!(region.id.as_str().parse(), Ok(region.id));
        }
        assert_eq!(REGIONS[0].id, RegionId::ThisComputer);
    }

    #[test]
    fn an_unknown_text_is_named() {
        let error = "cn-shanghai".parse::<RegionId>().unwrap_err();
        assert_eq!(error.to_string(), "there is no region \"cn-shanghai\"");
    }

    #[test]
    fn it_is_its_text_in_json() {
        let text = serde_json::to_string(&RegionId::ApSoutheast1).unwrap();
        assert_eq!(text, "\"ap-southeast-1\"");
        assert_eq!(
            serde_json::from_str::<RegionId>(&text).unwrap(),
            RegionId::ApSoutheast1
        );
        assert!(serde_json::from_str::<RegionId>("\"mars\"").is_err());
    }
}
