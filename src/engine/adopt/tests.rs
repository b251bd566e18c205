//! Words of drafts.

use super::words::{plain, scene_name};

#[test]
fn names_of_scenes() {
    for (name, expected) in [
        ("LighthouseStorm", Some("lighthouse storm")),
        ("moon-landing-scene", Some("moon landing")),
        ("Rocket Launch 2", Some("rocket launch")),
        ("Scene 3", None),
        ("a rocket that launches over a city", None),
        ("Café “Moss”", Some("café moss")),
        ("", None),
    ] {
        assert_eq!(scene_name(name).as_deref(), expected, "{name}");
    }
    assert_eq!(plain("The (big) 'Bang' | [theory] & it's"), "the big bang theory it's");
}
