/** Elements of SVG 2 and Filter Effects that draw, group, describe or move; nothing that runs, links, frames or embeds HTML. */
export const drawingElements: ReadonlySet<string> = new Set(
  `svg g defs symbol use switch view title desc path rect circle ellipse line polyline polygon text tspan textPath image style
   marker linearGradient radialGradient stop pattern clipPath mask filter
   feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
   feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
   fePointLight feSpecularLighting feSpotLight feTile feTurbulence
   animate animateMotion animateTransform mpath set`.split(/\s+/),
);

/** Elements that go while what they hold stays: links in a picture lead nowhere. */
export const transparentElements: ReadonlySet<string> = new Set(["a"]);

/** Attributes that decide how something looks or moves. Addresses and `style` are looked at one by one. */
export const drawingAttributes: ReadonlySet<string> = new Set(
  `id class role lang transform transform-origin x y x1 x2 y1 y2 cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio version
   dx dy rotate textLength lengthAdjust startOffset method spacing side pathLength offset
   fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
   stroke-width color color-interpolation color-interpolation-filters color-rendering opacity display visibility overflow clip clip-path
   clip-rule mask mask-type filter flood-color flood-opacity lighting-color stop-color stop-opacity shape-rendering text-rendering
   image-rendering vector-effect paint-order mix-blend-mode isolation pointer-events cursor
   font-family font-size font-size-adjust font-stretch font-style font-variant font-weight letter-spacing word-spacing text-anchor
   text-decoration dominant-baseline alignment-baseline baseline-shift direction unicode-bidi writing-mode white-space
   gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
   markerUnits markerWidth markerHeight refX refY orient marker-start marker-mid marker-end
   filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order
   kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
   specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z scale xChannelSelector yChannelSelector
   stdDeviation radius baseFrequency numOctaves seed stitchTiles
   attributeName begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints from to by additive
   accumulate path origin
   systemLanguage requiredFeatures requiredExtensions media`.split(/\s+/),
);
