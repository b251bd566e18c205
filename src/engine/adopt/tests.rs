//! Words of drafts.

use super::words::{plain, scene_names};

#[test]
fn names_of_scenes() {
    for (name, expected) in [
        ("LighthouseStorm", Some("lighthouse storm")),
        ("Lighthouse", None),
        ("TitleCard", None),
        ("moon-landing-scene", Some("moon landing")),
        ("Rocket Launch 2", Some("rocket launch")),
        ("Scene 3", None),
        ("a rocket that launches over a city", None),
        ("Café “Moss”", Some("café moss")),
        ("", None),
    ] {
        let found = scene_names("own", &[name.to_owned(), name.to_owned()], &["title card".to_owned()]);
        assert_eq!(
            found.iter().map(String::as_str).collect::<Vec<_>>(),
            ["own"].into_iter().chain(expected).collect::<Vec<_>>(),
            "{name}"
        );
    }
    assert_eq!(plain("The (big) 'Bang' | [theory] & it's"), "the big bang theory it's");
}
