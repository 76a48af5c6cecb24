"""The walk over the blocks of a sheet: `walk` hands each to the step that knows it, `state` is what the steps share."""
