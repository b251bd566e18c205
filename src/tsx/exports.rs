//! What scenes may import: the packages, and what they export. Taken from the packages of version 4.0.520 and from
//! React 19.3; left out is what has no place in a scene (`registerRoot`, `Composition`, `prefetch`, `IFrame` …).

/// A package whose exports a scene may use.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Package {
    /// What stands after `from`.
    pub(super) source: &'static str,
    /// The property of `window` on which players keep it. All presentations of `@remotion/transitions` are on one.
    pub(super) global: &'static str,
    /// What it exports for scenes, sorted.
    pub(super) values: &'static [&'static str],
    /// The types that it exports for scenes and that are not values too, sorted.
    pub(super) types: &'static [&'static str],
}

/// An export: of which package, by which name, and whether it is a type alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Export {
    pub(super) package: &'static Package,
    pub(super) name: &'static str,
    pub(super) is_type: bool,
}

/// The export of that name, of whichever package.
pub(super) fn find(name: &str) -> Option<Export> {
    PACKAGES.iter().find_map(|package| package.export(name))
}

/// The packages that scenes may import from, as they stand behind `from`.
pub fn packages() -> impl Iterator<Item = &'static str> {
    PACKAGES.iter().map(|package| package.source)
}

/// The package that is imported by that source.
pub(super) fn package(source: &str) -> Option<&'static Package> {
    PACKAGES.iter().find(|package| package.source == source)
}

/// The packages that a player keeps on `window` under that name.
pub(super) fn packages_on_window(global: &str) -> impl Iterator<Item = &'static Package> {
    PACKAGES.iter().filter(move |package| package.global == global)
}

impl Package {
    /// Its export of that name.
    pub(super) fn export(&'static self, name: &str) -> Option<Export> {
        let among = |names: &'static [&'static str]| names.binary_search(&name).ok().map(|at| names[at]);
        let value = among(self.values).map(|name| Export { package: self, name, is_type: false });
        value.or_else(|| among(self.types).map(|name| Export { package: self, name, is_type: true }))
    }
}

/// Every package, in the order of the import lines: React, then Remotion's packages, then Remotion.
#[rustfmt::skip]
pub(super) const PACKAGES: &[Package] = &[
    Package {
        source: "react",
        global: "React",
        values: &[
            "Children", "Component", "Fragment", "PureComponent", "StrictMode", "Suspense", "cloneElement",
            "createContext", "createElement", "createRef", "forwardRef", "isValidElement", "lazy", "memo",
            "startTransition", "use", "useCallback", "useContext", "useDebugValue", "useDeferredValue", "useEffect",
            "useEffectEvent", "useId", "useImperativeHandle", "useInsertionEffect", "useLayoutEffect", "useMemo",
            "useOptimistic", "useReducer", "useRef", "useState", "useSyncExternalStore", "useTransition"
        ],
        types: &[
            "ActionDispatch", "AllHTMLAttributes", "AriaAttributes", "AriaRole", "Attributes", "CSSProperties",
            "CanvasHTMLAttributes", "ClassAttributes", "ComponentClass", "ComponentProps", "ComponentPropsWithRef",
            "ComponentPropsWithoutRef", "ComponentRef", "ComponentType", "Consumer", "Context", "ContextType",
            "DOMAttributes", "DependencyList", "DetailedHTMLProps", "Dispatch", "DispatchWithoutAction",
            "EffectCallback", "ElementRef", "ElementType", "ExoticComponent", "FC", "ForwardRefExoticComponent",
            "ForwardRefRenderFunction", "ForwardedRef", "FunctionComponent", "FunctionComponentElement",
            "HTMLAttributes", "HTMLProps", "ImgHTMLAttributes", "JSX", "JSXElementConstructor", "Key",
            "LazyExoticComponent", "MemoExoticComponent", "MutableRefObject", "NamedExoticComponent",
            "PropsWithChildren", "PropsWithRef", "PropsWithoutRef", "Provider", "ProviderProps", "ReactElement",
            "ReactNode", "ReactPortal", "Reducer", "ReducerState", "ReducerWithoutAction", "Ref", "RefAttributes",
            "RefCallback", "RefObject", "SVGAttributes", "SVGLineElementAttributes", "SVGProps",
            "SVGTextElementAttributes", "SetStateAction", "SuspenseProps", "VideoHTMLAttributes"
        ],
    },
    Package {
        source: "@remotion/layout-utils",
        global: "RemotionLayoutUtils",
        values: &["fillTextBox", "fitText", "fitTextOnNLines", "measureText"],
        types: &["Dimensions", "TextTransform"],
    },
    Package {
        source: "@remotion/noise",
        global: "RemotionNoise",
        values: &["noise2D", "noise3D", "noise4D"],
        types: &[],
    },
    Package {
        source: "@remotion/paths",
        global: "RemotionPaths",
        values: &[
            "centerPath", "cutPath", "evolvePath", "extendViewBox", "getBoundingBox", "getInstructionIndexAtLength",
            "getLength", "getPointAtLength", "getSubpaths", "getTangentAtLength", "interpolatePath",
            "normalizePath", "parsePath", "reduceInstructions", "resetPath", "reversePath", "scalePath",
            "serializeInstructions", "translatePath", "warpPath"
        ],
        types: &[
            "AbsoluteInstruction", "BoundingBox", "CenterPathTarget", "Instruction", "Part", "ReducedInstruction",
            "WarpPathFn"
        ],
    },
    Package {
        source: "@remotion/shapes",
        global: "RemotionShapes",
        values: &[
            "Arrow", "Callout", "Circle", "Ellipse", "Heart", "Pie", "Polygon", "Rect", "Spark", "Star", "Triangle",
            "makeArrow", "makeCallout", "makeCircle", "makeEllipse", "makeHeart", "makePie", "makePolygon",
            "makeRect", "makeSpark", "makeStar", "makeTriangle"
        ],
        types: &[
            "ArrowProps", "CalloutProps", "CircleProps", "EllipseProps", "HeartProps", "MakeArrowProps",
            "MakeCalloutProps", "MakeCircleProps", "MakeEllipseOptions", "MakeHeartProps", "MakePieProps",
            "MakePolygonProps", "MakeRectOptions", "MakeSparkProps", "MakeStarProps", "MakeTriangleProps",
            "PieProps", "PolygonProps", "RectProps", "SparkProps", "StarProps", "TriangleProps"
        ],
    },
    Package {
        source: "@remotion/transitions",
        global: "RemotionTransitions",
        values: &[
            "TransitionSeries", "crossZoom", "dreamyZoom", "filmBurn", "linearBlur", "linearTiming",
            "makeHtmlInCanvasPresentation", "pushCut", "springTiming", "useTransitionProgress"
        ],
        types: &[
            "CrossZoomProps", "DreamyZoomProps", "FilmBurnProps", "HtmlInCanvasShader", "HtmlInCanvasShaderDraw",
            "HtmlInCanvasShaderDrawParams", "LinearBlurProps", "PushCutProps", "TransitionPresentation",
            "TransitionPresentationComponentProps", "TransitionSeriesOverlayProps", "TransitionState",
            "TransitionTiming"
        ],
    },
    Package {
        source: "@remotion/transitions/book-flip",
        global: "RemotionTransitions",
        values: &["bookFlip", "bookFlipShader"],
        types: &["BookFlipDirection", "BookFlipProps"],
    },
    Package {
        source: "@remotion/transitions/clock-wipe",
        global: "RemotionTransitions",
        values: &["clockWipe"],
        types: &["ClockWipeProps"],
    },
    Package {
        source: "@remotion/transitions/cross-zoom",
        global: "RemotionTransitions",
        values: &["crossZoom", "crossZoomShader"],
        types: &["CrossZoomProps"],
    },
    Package {
        source: "@remotion/transitions/crosswarp",
        global: "RemotionTransitions",
        values: &["crosswarp", "crosswarpShader"],
        types: &["CrosswarpProps"],
    },
    Package {
        source: "@remotion/transitions/dissolve",
        global: "RemotionTransitions",
        values: &["dissolve", "dissolveShader"],
        types: &["DissolveProps"],
    },
    Package {
        source: "@remotion/transitions/dreamy-zoom",
        global: "RemotionTransitions",
        values: &["dreamyZoom", "dreamyZoomShader"],
        types: &["DreamyZoomProps"],
    },
    Package {
        source: "@remotion/transitions/fade",
        global: "RemotionTransitions",
        values: &["fade"],
        types: &["FadeProps"],
    },
    Package {
        source: "@remotion/transitions/film-burn",
        global: "RemotionTransitions",
        values: &["filmBurn", "filmBurnShader"],
        types: &["FilmBurnProps"],
    },
    Package {
        source: "@remotion/transitions/flip",
        global: "RemotionTransitions",
        values: &["flip"],
        types: &["FlipDirection", "FlipProps"],
    },
    Package {
        source: "@remotion/transitions/iris",
        global: "RemotionTransitions",
        values: &["iris"],
        types: &["IrisProps"],
    },
    Package {
        source: "@remotion/transitions/linear-blur",
        global: "RemotionTransitions",
        values: &["linearBlur", "linearBlurShader"],
        types: &["LinearBlurProps"],
    },
    Package {
        source: "@remotion/transitions/none",
        global: "RemotionTransitions",
        values: &["none"],
        types: &["NoneProps"],
    },
    Package {
        source: "@remotion/transitions/push-cut",
        global: "RemotionTransitions",
        values: &["pushCut"],
        types: &["PushCutProps"],
    },
    Package {
        source: "@remotion/transitions/ripple",
        global: "RemotionTransitions",
        values: &["ripple", "rippleShader"],
        types: &["RippleProps"],
    },
    Package {
        source: "@remotion/transitions/slide",
        global: "RemotionTransitions",
        values: &["slide"],
        types: &["SlideDirection", "SlideProps"],
    },
    Package {
        source: "@remotion/transitions/swap",
        global: "RemotionTransitions",
        values: &["swap", "swapShader"],
        types: &["SwapProps"],
    },
    Package {
        source: "@remotion/transitions/wipe",
        global: "RemotionTransitions",
        values: &["wipe"],
        types: &["WipeDirection", "WipeProps"],
    },
    Package {
        source: "@remotion/transitions/zoom-blur",
        global: "RemotionTransitions",
        values: &["zoomBlur", "zoomBlurShader"],
        types: &["ZoomBlurProps"],
    },
    Package {
        source: "@remotion/transitions/zoom-in-out",
        global: "RemotionTransitions",
        values: &["zoomInOut", "zoomInOutShader"],
        types: &["ZoomInOutProps"],
    },
    Package {
        source: "remotion",
        global: "Remotion",
        values: &[
            "AbsoluteFill", "AnimatedImage", "Audio", "CanvasImage", "Easing", "Freeze", "Html5Audio", "Html5Video",
            "HtmlInCanvas", "Img", "Interactive", "Loop", "OffthreadVideo", "Sequence", "Series", "Solid",
            "VERSION", "Video", "cancelRender", "continueRender", "delayRender", "getRemotionEnvironment",
            "interpolate", "interpolateColors", "measureSpring", "random", "spring", "staticFile", "useBufferState",
            "useCurrentFrame", "useCurrentScale", "useDelayRender", "usePixelDensity", "useRemotionEnvironment",
            "useVideoConfig"
        ],
        types: &[
            "AbsoluteFillLayout", "AbsoluteFillProps", "AnimatedImageProps", "CanvasImageProps", "DelayRenderScope",
            "EasingFunction", "EasingSpringConfig", "ExtrapolateType", "HtmlInCanvasProps", "ImgProps",
            "InteractiveProps", "InterpolateColorsOptions", "InterpolateOptions", "InterpolateOutputOption",
            "LayoutAndStyle", "LoopVolumeCurveBehavior", "OffthreadVideoProps", "OnVideoFrame", "RandomSeed",
            "RemotionAudioProps", "RemotionMainVideoProps", "RemotionOffthreadVideoProps", "RemotionVideoProps",
            "SequenceProps", "SequencePropsWithoutDuration", "SolidProps", "SpringConfig", "StaticFile",
            "UseBufferState", "VideoConfig", "VolumeProp"
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn the_table_is_sorted_and_each_name_has_one_home() {
        let mut homes = HashMap::new();
        for package in PACKAGES {
            for names in [package.values, package.types] {
                assert!(names.is_sorted(), "{}", package.source);
                for name in names {
                    assert_eq!(*homes.entry(name).or_insert(package.global), package.global, "{name}");
                }
            }
        }
    }

    #[test]
    fn finds_exports() {
        for (name, found) in [
            ("interpolate", Some(("remotion", false))),
            ("CSSProperties", Some(("react", true))),
            ("noise2D", Some(("@remotion/noise", false))),
            ("fade", Some(("@remotion/transitions/fade", false))),
            ("registerRoot", None),
        ] {
            assert_eq!(find(name).map(|export| (export.package.source, export.is_type)), found);
        }
    }
}
