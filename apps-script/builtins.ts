// The built-in functions that the script calls most: the build puts one short name of its own for each.
const { abs, exp, floor, log, max, min, sqrt } = Math;
const { from, isArray } = Array;
const { entries, fromEntries, keys } = Object;
const { isFinite, isInteger } = Number;
const { parse, stringify } = JSON;

export {
  abs as "Math.abs",
  exp as "Math.exp",
  floor as "Math.floor",
  log as "Math.log",
  max as "Math.max",
  min as "Math.min",
  sqrt as "Math.sqrt",
  from as "Array.from",
  isArray as "Array.isArray",
  entries as "Object.entries",
  fromEntries as "Object.fromEntries",
  keys as "Object.keys",
  isFinite as "Number.isFinite",
  isInteger as "Number.isInteger",
  parse as "JSON.parse",
  stringify as "JSON.stringify",
};
