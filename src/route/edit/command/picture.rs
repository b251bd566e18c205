//! A picture is put into a scene.

use super::entry::is_of_pictures;
use super::{Act, Choice, Command, with_options};
use crate::route::Given;
use crate::route::edit::reader::{Reader, State};
use crate::route::edit::slot::Slot;
use crate::template::ParamType;
use crate::value::Value;

impl Reader<'_> {
    /// A picture that came with the request, or that it names: behind a scene, as its logo, or where it has a place for one.
    pub(super) fn picture(&self, state: &State) -> Option<(Command, f64)> {
        let picture = self.picture_of(&state.get(Slot::Picture)?.tokens)?;
        let rest = state.get(Slot::Rest).map_or(0..0, |rest| rest.tokens.clone());
        if self.entries(rest.start).iter().any(|(end, _)| *end == rest.end) {
            return None;
        }
        let (first, last) = (state.bindings.first()?.tokens.start.saturating_sub(4), self.len());
        let says = |words: &[&str]| (first..last).any(|token| self.is(token, words));
        let noun = state.noun();
        let mut options = Vec::new();
        for scene in self.every_scene() {
            let view = &self.inventory.scenes[scene];
            let place = match () {
                () if says(&["logo", "watermark"]) && view.spec("logo").is_some() => Some(("logo", 0.0)),
                () if says(&["behind", "background", "backdrop"]) && view.spec("background_image").is_some() => {
                    Some(("background_image", 0.0))
                }
                () => None,
            };
            let own =
                view.own().iter().find(|spec| spec.kind == ParamType::Image).map(|spec| (spec.name.as_ref(), 0.1));
            let album = view.own().iter().find(|spec| spec.kind == ParamType::List && is_of_pictures(spec));
            let named = noun.is_none_or(|noun| noun.mentions.iter().any(|mention| mention.scene == scene));
            let value = || Given::Value(Value::Text(picture.clone()));
            let act = match (place.or(own), album) {
                _ if !named && place.is_none() => continue,
                (Some((param, cost)), _) => {
                    (Act::Set { param: param.into(), value: value() }, cost, self.has(scene, param))
                }
                (None, Some(spec)) => {
                    (Act::Insert { param: spec.name.as_ref().into(), value: value(), at: None }, 0.1, true)
                }
                (None, None) => continue,
            };
            options.push(Choice { scene, act: act.0, cost: act.1, has: act.2 });
        }
        with_options(options, state.pick().or_else(|| noun.and_then(|noun| noun.pick.clone())), None)
    }
}
