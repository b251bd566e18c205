//! For each rule a snippet that breaks it and one that keeps it.

use crate::diagnostic::Source;

use super::super::parse::{Undeclared, read};
use super::{RULES, findings};

const HEAD: &str = "\
import React, {memo, useId, useMemo, useState, type CSSProperties} from 'react';
import {AbsoluteFill, Easing, Img, interpolate, interpolateColors, random, spring, useCurrentFrame, useVideoConfig} from 'remotion';
const CLAMP = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;
";

/// Rule, what breaks it, what keeps it. A snippet with an `export default` is a whole text; the others stand in a
/// component, below the imports.
const SNIPPETS: &[(&str, &str, &str)] = &[
    ("default-export", "const a = 1; export {a};", "export default function A() { return null; }"),
    ("default-export", "export default () => null;", "const A = () => null; export default A;"),
    (
        "default-export",
        "export default function a() { return null; }",
        "import React from 'react'; const A = React.memo(() => null); export default A;",
    ),
    (
        "default-export",
        "export default async function A() { return null; }",
        "function A() { return null; } export default A;",
    ),
    (
        "default-export",
        "export default 5;",
        "import {memo} from 'react'; export default memo(A); function A() { return null; }",
    ),
    ("default-export", "const A = {}; export default A;", "const A = (): null => null; export default A;"),
    (
        "default-export",
        "export default function A() { return null; } export {B as default}; function B() { return null; }",
        "export default function A() { return null; } export {B}; function B() { return null; }",
    ),
    ("bodies", "export default function A({a}: {a: number})\n", "export default function A() { return null; }"),
    ("bodies", "function b(): number; export default function A() { return b(); }", "export default function A() {}"),
    (
        "exports",
        "export const a = 1; export {a}; export default function A() { return a; }",
        "const a = 1; export {a, a as b}; export default function A() { return a; }",
    ),
    (
        "imports",
        "import {motion} from 'framer-motion'; export default function A() { return motion; }",
        "import {noise2D} from '@remotion/noise'; export default function A() { return noise2D('a', 0, 0); }",
    ),
    (
        "imports",
        "import {interpolat} from 'remotion'; export default function A() { return interpolat; }",
        "import {interpolate as i} from 'remotion'; export default function A() { return i; }",
    ),
    (
        "imports",
        "import * as R from 'remotion'; export default function A() { return R; }",
        "import * as React from 'react'; export default function A() { return React; }",
    ),
    (
        "imports",
        "import 'react'; export default function A() { return null; }",
        "import type {ReactNode} from 'react'; export default function A(): ReactNode { return null; }",
    ),
    (
        "imports",
        "export * from 'remotion'; export default function A() { return null; }",
        "import {fade} from '@remotion/transitions/fade'; export default function A() { return fade; }",
    ),
    (
        "imports",
        "const {useStat} = window.React; export default function A() { return useStat; }",
        "const {fade, linearTiming} = window.RemotionTransitions; export default function A() { return [fade, linearTiming]; }",
    ),
    (
        "directives",
        "'use client'; export default function A() { return null; }",
        "export default function A() { return 'use client'; }",
    ),
    (
        "data",
        "export const defaultProps = {a: A()}; export default function A() { return null; }",
        "export const defaultProps = {a: [-1, 'b', null]} as const; export default function A() { return null; }",
    ),
    (
        "data",
        "export const meta = {id: 'a', fps: 30}; export default function A() { return null; }",
        "export const meta = {id: 'a', durationInFrames: 9, fps: 30, width: 1, height: 1}; export default function A() { return null; }",
    ),
    ("declared", "return Nothing;", "return Math.max(1, Number('2')) + undefined;"),
    ("declared", "return <Text />;", "return <AbsoluteFill />;"),
    ("declared", "return 1 as Unknown;", "return {} as const as Record<string, HTMLDivElement>;"),
    ("shadow", "const spring = 1; return spring;", "const bounce = 1; return bounce;"),
    ("shadow", "return ((random: number) => random)(1);", "type Img = number; return 1 as Img;"),
    (
        "shadow",
        "import {useDelayRender} from 'remotion'; const delayRender = () => useDelayRender; export default function A() { return delayRender(); }",
        "import {useDelayRender} from 'remotion'; export default function A() { const {delayRender} = useDelayRender(); return delayRender(); }",
    ),
    (
        "order",
        "const A = B; const B = 1; export default function C() { return A; }",
        "const A = () => B; const B = 1; export default function C() { return A(); }",
    ),
    ("globals", "return Date.now();", "const Date = {now: () => 1}; return Date.now();"),
    ("globals", "return new Date();", "return useCurrentFrame();"),
    ("globals", "return Math.random();", "return Math.round(1.5);"),
    ("globals", "return Math['random']();", "return 'Math.random()';"),
    ("globals", "const {random: r} = Math; return r();", "const {PI: r} = {PI: Math.PI}; return r;"),
    ("globals", "setTimeout(() => 1, 2);", "return {setTimeout: 1}.setTimeout;"),
    ("globals", "fetch('/a');", "return ((fetch: number) => fetch)(1);"),
    ("globals", "document.title = 'a';", "document.fonts.load('1em a');"),
    ("globals", "return document;", "return document.fonts.ready;"),
    ("globals", "return window.innerWidth;", "return useVideoConfig().width;"),
    (
        "globals",
        "return window.Remotion;",
        "const {Loop} = window.Remotion; export default function A() { return Loop; }",
    ),
    ("globals", "console.log(1);", "return JSON.stringify({console: 1});"),
    ("globals", "return new Function('1')();", "type F = typeof globalThis; return 1 as unknown as F;"),
    ("globals", "return new Intl.DateTimeFormat('en').format(1);", "return new Intl.NumberFormat('en').format(1);"),
    ("constructor", "return (() => 1).constructor('2')();", "return 'constructor';"),
    ("constructor", "return []['constructor'];", "return [][0];"),
    ("constructor", "const {constructor: f} = () => 1; return f;", "const {length: f} = []; return f;"),
    ("dynamic-import", "import('remotion');", "return 'import(1)';"),
    ("locale", "return (5).toLocaleString();", "return (5).toLocaleString('en-US');"),
    ("locale", "return Intl.NumberFormat().format(5);", "return new Intl.Segmenter().segment('a');"),
    ("random", "return random(null);", "return random('a');"),
    ("elements", "return <img src=\"a.png\" />;", "return <Img src=\"a.png\" />;"),
    ("elements", "return <circle><animate /></circle>;", "return <circle r={3} />;"),
    ("handlers", "return <div onClick={() => 1} />;", "return <Img src=\"a\" onError={() => 1} />;"),
    ("handlers", "return <img2 onError={() => 1} />;", "return <div one={1} />;"),
    ("inner-html", "return <b dangerouslySetInnerHTML={{__html: 'a'}} />;", "return <b>dangerouslySetInnerHTML</b>;"),
    ("inner-html", "return <b {...{dangerouslySetInnerHTML: {__html: 'a'}}} />;", "return <b {...{title: 'a'}} />;"),
    ("ids", "return <clipPath id=\"a\" />;", "return <clipPath id={useId()} />;"),
    ("ids", "return <clipPath id={`a`} />;", "const id = useId(); return <clipPath id={`${id}-a`} />;"),
    ("css-motion", "return <b style={{transition: 'all'}} />;", "return <b style={{transition: 'none'}} />;"),
    ("css-motion", "const s: CSSProperties = {animation: 'a'}; return s;", "const s = {animation: 'fade'}; return s;"),
    (
        "css-motion",
        "const s = {transition: 'opacity 0.3s ease'}; return s;",
        "return {transitions: 1, animationSpeed: 2};",
    ),
    ("css-motion", "return {WebkitAnimationName: 'a'};", "return {animation: {delay: 1}};"),
    ("keyframes", "return <style>{`@keyframes a {}`}</style>;", "return <style>{`a {color: red}`}</style>;"),
    (
        "ranges",
        "return interpolate(1, [0, 1], [0, 1, 2], CLAMP);",
        "return interpolate(1, [0, 1, 2], [0, 1, 2], CLAMP);",
    ),
    ("ranges", "return interpolate(1, [0, 0], [0, 1], CLAMP);", "return interpolate(1, [-1, 0], [0, 1], CLAMP);"),
    (
        "ranges",
        "const r = [2, 1]; return interpolateColors(1, r, ['a', 'b']);",
        "return interpolateColors(1, [1, 2], ['a', 'b']);",
    ),
    (
        "outputs",
        "return interpolate(1, [0, 1], ['0px', '1px'], CLAMP);",
        "return `${interpolate(1, [0, 1], [0, 1], CLAMP)}px`;",
    ),
    (
        "clamp",
        "return interpolate(1, [0, 1], [0, 1]);",
        "return interpolate(1, [0, 1], [0, 1], {...CLAMP, easing: Easing.ease});",
    ),
    (
        "clamp",
        "return interpolate(1, [0, 1], [0, 1], {extrapolateLeft: 'clamp'});",
        "return interpolate(1, [0, 1], [0, 1], {extrapolateLeft: 'wrap', extrapolateRight: 'clamp'});",
    ),
    (
        "clamp",
        "return interpolate(1, [0, 1], [0, 1], {...CLAMP, extrapolateRight: 'extend'});",
        "return ((options: object) => interpolate(1, [0, 1], [0, 1], options))(CLAMP);",
    ),
    ("spring", "return spring({frame: 1});", "const fps = 30; return spring({frame: 1, fps});"),
    ("spring", "return spring();", "return ((o: {frame: number; fps: number}) => spring({...o}))({frame: 1, fps: 2});"),
    ("easing", "return Easing.easeInOut;", "return Easing.inOut(Easing.cubic);"),
    ("nested", "const Dot = () => <b />; return <Dot />;", "const dot = () => <b />; return dot();"),
    ("nested", "function Dot() { return <b />; } return <Dot />;", "return [1].map((n) => <b key={n} />);"),
    ("hooks", "return [1].map(() => useCurrentFrame());", "return [useCurrentFrame()].map((frame) => frame);"),
    ("hooks", "if (CLAMP) { useMemo(() => 1, []); }", "if (useCurrentFrame() > 3) { return 1; }"),
    ("hooks", "return CLAMP && useState(1);", "return useCurrentFrame() && CLAMP;"),
    ("hooks", "if (CLAMP) { return 1; } useId();", "const f = () => { return 1; }; useId(); return f;"),
    (
        "hooks",
        "import {useCurrentFrame} from 'remotion'; const frame = useCurrentFrame(); export default function A() { return frame; }",
        "import {useCurrentFrame} from 'remotion'; const useTime = () => useCurrentFrame(); export default function A() { return useTime(); }",
    ),
    (
        "hooks",
        "import {useCurrentFrame} from 'remotion'; function time() { return useCurrentFrame(); } export default function A() { return time(); }",
        "import {useState, memo} from 'react'; const B = memo(() => useState(1)); export default function A() { return <B />; }",
    ),
];

fn found(snippet: &str) -> Vec<&'static str> {
    let is_whole = snippet.contains("export ");
    let text =
        if is_whole { snippet.to_owned() } else { format!("{HEAD}export default function Scene() {{ {snippet} }}\n") };
    let source = Source::new("scene.tsx", text);
    let found = read(&source, Undeclared::Global, |reading| {
        assert_eq!(reading.faults(), [], "{snippet}");
        findings(reading).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    });
    let mut found = found.unwrap_or_else(|_| vec!["does not parse"]);
    found.dedup();
    found
}

#[test]
fn each_rule_finds_what_breaks_it_and_nothing_else() {
    let wrong: Vec<_> = SNIPPETS
        .iter()
        .flat_map(|(rule, bad, good)| [(*bad, vec![*rule]), (*good, Vec::new())])
        .filter_map(|(snippet, expected)| {
            let found = found(snippet);
            (found != expected).then_some((snippet, expected, found))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_rule_has_snippets() {
    for rule in RULES {
        assert!(SNIPPETS.iter().any(|(id, _, _)| *id == rule.id), "{}", rule.id);
    }
}
