//! How long it takes to check a scene, to make a skeleton of a structure, to fill it, to change what is there, and to mend what
//! a model wrote.
//!
//! Targets: 400 µs for the first check of 150 lines, 10 µs for filling.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use firstframe::diagnostic::Source;
use firstframe::tsx::repair::{Wanted, repair};
use firstframe::tsx::revise::{self, Place, PropEdit};
use firstframe::tsx::{self, Form, Meta, Skeleton};
use oxc::allocator::Allocator;
use oxc::parser::Parser;
use oxc::span::SourceType;
use serde_json::{Value, json};

/// A scene as a model writes it.
const SCENE: &str = include_str!("../tests/requests/dev_scenes/coffee-cup.tsx");

const HEAD: &str = "\
type Props = {
  title: string;
  series: {label: string; value: number}[];
  palette: {background: string; text: string; accent: string};
};

export const meta = __META__;

export const defaultProps: Props = __PROPS__;

export default function Bars({title, series, palette}: Props) {
  const {width, height} = useVideoConfig();
  const u = Math.min(width, height) / 1080;
  const most = Math.max(...series.map((bar) => bar.value));
  return (
    <AbsoluteFill style={{background: palette.background, color: palette.text, padding: 96 * u}}>
      <h1 style={{fontSize: 72 * u, letterSpacing: '-0.02em'}}>{title}</h1>
      {series.map((bar, index) => (
        <Bar0 key={bar.label} label={bar.label} share={bar.value / most} index={index} u={u} />
      ))}
    </AbsoluteFill>
  );
}
";

const PART: &str = "
function Bar@({label, share, index, u}: {label: string; share: number; index: number; u: number}) {
  const frame = useCurrentFrame();
  const {fps} = useVideoConfig();
  const grown = interpolate(frame / fps - index * 0.1, [0, 0.8], [0, share], {
    easing: Easing.bezier(0.16, 1, 0.3, 1),
    extrapolateLeft: 'clamp',
    extrapolateRight: 'clamp',
  });
  const lift = spring({frame: frame - index * 3, fps, config: {damping: 14}});
  return (
    <div style={{display: 'flex', gap: 16 * u, transform: `translateY(${(1 - lift) * 24 * u}px)`}}>
      <span style={{width: 240 * u, textAlign: 'right'}}>{label}</span>
      <div style={{height: 48 * u, width: `${grown * 100}%`, background: 'currentColor'}} />
      {index > 99 ? <Bar# label={label} share={share} index={index} u={u} /> : null}
    </div>
  );
}
";

/// A structure of 22 lines and 18 for each part.
fn structure(parts: usize) -> String {
    let part = |at: usize| PART.replace('@', &at.to_string()).replace('#', &((at + 1) % parts).to_string());
    HEAD.to_owned() + &(0..parts).map(part).collect::<String>()
}

fn meta() -> Meta {
    Meta { id: "bars".into(), duration_in_frames: 150, fps: 30, width: 1920, height: 1080 }
}

fn props() -> Value {
    let series: Vec<_> = (0..8).map(|bar| json!({"label": format!("Quarter {bar}"), "value": bar * 3 + 1})).collect();
    let palette = json!({"background": "#0b1020", "text": "#f5f7ff", "accent": "#5eead4"});
    json!({"title": "It has been a long year", "series": series, "palette": palette})
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tsx");
    for parts in [2, 7, 10] {
        let structure = Source::new("bars.tsx", structure(parts));
        let Ok(skeleton) = Skeleton::new(&structure, Form::Module) else { continue };
        let scene = Source::new("bars.tsx", skeleton.fill(&meta(), &props()).into_code());
        let lines = scene.text().lines().count();
        group.bench_function(BenchmarkId::new("check", lines), |bencher| bencher.iter(|| tsx::check(&scene)));
        group.bench_function(BenchmarkId::new("skeleton", lines), |bencher| {
            bencher.iter(|| Skeleton::new(&structure, Form::Module));
        });
        group.bench_function(BenchmarkId::new("fill", lines), |bencher| {
            bencher.iter(|| skeleton.fill(&meta(), &props()));
        });
    }
    group.finish();
}

/// Changes of a scene of 100 lines that no template made. Target: 300 µs each.
fn changes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("revise");
    let Ok(skeleton) = Skeleton::new(&Source::new("bars.tsx", structure(4)), Form::Module) else { return };
    let code = skeleton.fill(&meta(), &props()).into_code();
    let title = [PropEdit::Set { at: Place::prop("title"), value: json!("Another year") }];
    let lines = code.lines().count();
    group.bench_function(BenchmarkId::new("edit_props", lines), |bencher| {
        bencher.iter(|| revise::edit_props(&code, &title));
    });
    group.bench_function(BenchmarkId::new("retime", lines), |bencher| bencher.iter(|| revise::retime(&code, 90)));
    group.bench_function(BenchmarkId::new("replace_text", lines), |bencher| {
        bencher.iter(|| revise::replace_text(&code, "quarter 3", "Autumn"));
    });
    group.bench_function(BenchmarkId::new("literals", lines), |bencher| bencher.iter(|| revise::literals(&code)));
    group.bench_function(BenchmarkId::new("manifest", lines), |bencher| bencher.iter(|| revise::manifest(&code)));
    group.finish();
}

/// The scene of a model's answer, mended, beside a plain parse of the same code. Target: 30 plain parses.
fn mends(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("repair");
    let meta = Meta { id: "coffee-cup".into(), duration_in_frames: 150, fps: 30, width: 1920, height: 1080 };
    let wanted = Wanted { form: Form::Module, meta, taken: &[], pictures: &[] };
    // What models do: words around the code, a name too many in an import, and one that is missing.
    let broken =
        SCENE.replacen("import", "import {useState} from 'react';\nimport", 1).replace("useCurrentFrame, ", "");
    let lines = SCENE.lines().count();
    for (name, code) in [("whole", SCENE), ("broken", &broken)] {
        let answer = format!("Here is the scene:\n\n```tsx\n{code}```\n\nIt plays for five seconds.\n");
        group.bench_function(BenchmarkId::new(name, lines), |bencher| bencher.iter(|| repair(&answer, &wanted)));
    }
    group.bench_function(BenchmarkId::new("plain parse", lines), |bencher| {
        bencher.iter(|| Parser::new(&Allocator::default(), SCENE, SourceType::tsx()).parse().program.body.len());
    });
    group.finish();
}

criterion_group!(check, benches, changes, mends);
criterion_main!(check);
