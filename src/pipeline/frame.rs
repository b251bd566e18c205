//! The size and the length of a scene that is to be written.

use crate::request::Format;
use crate::template::FORMATS;
use crate::tsx::Meta;

/// What the request says of a scene's size and length, and what is usual where it says nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The shape.
    pub format: Format,
    /// Frames a second.
    pub fps: u32,
    /// The length in seconds.
    pub seconds: f64,
}

/// Five seconds in landscape.
impl Default for Frame {
    fn default() -> Self {
        Self { format: Format::Landscape, fps: 30, seconds: 5.0 }
    }
}

impl Frame {
    /// The frame of a scene that is there.
    pub fn of(meta: &Meta) -> Self {
        let fps = meta.fps.max(1);
        let seconds = f64::from(meta.duration_in_frames) / f64::from(fps);
        Self { format: Format::of_size(meta.width, meta.height), fps, seconds }
    }

    /// Its size and length as a scene of this name says them.
    pub fn meta(&self, id: &str) -> Meta {
        let (width, height) = self.size();
        let frames = (self.seconds * f64::from(self.fps)).round().max(1.0);
        Meta { id: id.to_owned(), duration_in_frames: frames as u32, fps: self.fps, width, height }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        let sizes = FORMATS.iter().find(|(name, ..)| *name == self.format.name());
        sizes.map_or((1920, 1080), |(_, width, height)| (*width, *height))
    }
}
