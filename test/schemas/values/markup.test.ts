import { describe, expect, it } from 'vitest';
import { removeMarkup } from '../../../schemas/values/markup.ts';

describe('markup is removed', () => {
  it.each([
    ['<p class="a">公告</p>', '公告'],
    ['<P>公告</P >', '公告'],
    ['公告<br>', '公告'],
    ['公告<br />第二', '公告第二'],
    ['<style>p{}</style>公告', '公告'],
    ['<script type="a">1<2</script >公告', '公告'],
    ['<o:p>公告</o:p>', '公告'],
    ['<!DOCTYPE html><?xml version="1.0"?>公告', '公告'],
    ['公告<!-- 注\n释 -->', '公告'],
    ['&lt;b&gt;公告', '公告'],
    ['&#65;&#x42;', 'AB'],
    ['A&#0;&#10;&#xD800;B', 'AB'],
    ['&ldquo;公告&rdquo;', '“公告”'],
  ])('%j → %j', (text, plain) => expect(removeMarkup(text)).toBe(plain));
});

describe('text stays', () => {
  it.each(['a<b', '1<2>1', '<拉萨>', '<公告', 'R&D', 'A&B;C', '&未知;', '&abc;', '<x>', '<bold>', '《公告》', '5 > 3'])(
    '%j',
    (text) => {
      expect(removeMarkup(text)).toBe(text);
    },
  );
});
