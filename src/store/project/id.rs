//! Names that programs use: ids of projects, scenes and pictures, and points in time.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

use crate::error::{Error, ErrorKind, Result};

/// The longest id, in bytes.
const LONGEST: usize = 64;

/// An id: 1 to 64 letters, digits, hyphens and underscores.
macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// # Errors
        /// [`ErrorKind::Project`] if it is empty, too long, or has other characters.
        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self> {
                checked(text).map(|text| Self(text.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

id! {
    /// A project's id, which is never given to another.
    ProjectId
}

id! {
    /// A scene's id within its project.
    SceneId
}

id! {
    /// A picture's id: the SHA-256 of its bytes in hexadecimal digits.
    AssetId
}

impl ProjectId {
    /// An id that nobody has: a UUID of version 7, so that ids sort by the time at which they were made.
    pub fn fresh() -> Self {
        Self(Uuid::now_v7().simple().to_string())
    }
}

/// How many digits of a fresh UUID a scene's id has: the last ones, which are random.
const SCENE_DIGITS: usize = 12;

impl SceneId {
    /// An id that no scene of the project has, as far as chance can promise it.
    pub fn fresh() -> Self {
        let digits = Uuid::now_v7().simple().to_string();
        Self(digits[digits.len() - SCENE_DIGITS..].to_owned())
    }
}

fn checked(text: &str) -> Result<&str> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !text.is_empty() && text.len() <= LONGEST && text.bytes().all(known) {
        return Ok(text);
    }
    let message = format!("`{text}` is no id: expected 1 to {LONGEST} letters, digits, hyphens and underscores");
    Err(Error::new(ErrorKind::Project, message))
}

/// A point in time in milliseconds since 1970, written as `2026-11-23T02:14:14.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(u64);

/// The last moment that can be written: the end of the year 9999.
const LAST: u64 = 253_402_300_799_999;

impl Timestamp {
    /// So many milliseconds after the beginning of 1970; what lies behind the year 9999 is its end.
    pub fn from_millis(millis: u64) -> Self {
        Self(millis.min(LAST))
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.0
    }

    /// How long ago it was at another time; nothing if it was not yet.
    pub fn until(self, later: Self) -> Duration {
        Duration::from_millis(later.0.saturating_sub(self.0))
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self::from_millis(time.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as u64)
    }
}

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        UNIX_EPOCH + Duration::from_millis(time.0)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        humantime::format_rfc3339_millis(UNIX_EPOCH + Duration::from_millis(self.0)).fmt(formatter)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        humantime::parse_rfc3339(&text).map(Self::from).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_for_programs() {
        for good in ["a", "s-1_X", &"a".repeat(LONGEST)] {
            assert!(good.parse::<SceneId>().is_ok(), "{good}");
        }
        for bad in ["", "a b", "ä", "a/b", &"a".repeat(LONGEST + 1)] {
            assert!(bad.parse::<SceneId>().is_err(), "{bad}");
        }
        assert_ne!(SceneId::fresh(), SceneId::fresh());
        assert!(ProjectId::fresh().as_str().len() == 32);
    }

    #[test]
    fn times_are_written_and_read() -> std::result::Result<(), serde_json::Error> {
        for millis in [0, 1_795_400_054_123, u64::MAX] {
            let time = Timestamp::from_millis(millis);
            assert_eq!(serde_json::from_str::<Timestamp>(&serde_json::to_string(&time)?)?, time);
        }
        assert_eq!(Timestamp::from_millis(1_795_400_054_123).to_string(), "2026-11-23T02:14:14.123Z");
        Ok(())
    }
}
