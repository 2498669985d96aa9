"""Fixed measures and habits of all controls: margins, extents, popup manners."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle

from hallway.ui.theme.controls.bars import SCROLL_EXTENT

_Pixel = QStyle.PixelMetric
_Hint = QStyle.StyleHint

PIXELS = {
    _Pixel.PM_ScrollBarExtent: SCROLL_EXTENT,
    _Pixel.PM_ScrollBarSliderMin: 32,
    _Pixel.PM_ScrollView_ScrollBarSpacing: 0,
    _Pixel.PM_DefaultFrameWidth: 1,
    _Pixel.PM_ButtonShiftHorizontal: 0,
    _Pixel.PM_ButtonShiftVertical: 0,
    _Pixel.PM_MenuPanelWidth: 1,
    _Pixel.PM_MenuHMargin: 5,
    _Pixel.PM_MenuVMargin: 5,
    _Pixel.PM_ToolTipLabelFrameWidth: 6,
    _Pixel.PM_TabBarTabHSpace: 20,
    _Pixel.PM_TabBarTabShiftHorizontal: 0,
    _Pixel.PM_TabBarTabShiftVertical: 0,
    _Pixel.PM_TabBarBaseHeight: 1,
    _Pixel.PM_TabBarBaseOverlap: 0,
    _Pixel.PM_SplitterWidth: 1,
    _Pixel.PM_CheckBoxLabelSpacing: 9,
    _Pixel.PM_RadioButtonLabelSpacing: 9,
    _Pixel.PM_LayoutHorizontalSpacing: 8,
    _Pixel.PM_LayoutVerticalSpacing: 8,
    _Pixel.PM_FocusFrameHMargin: 5,
    _Pixel.PM_FocusFrameVMargin: 5,
    _Pixel.PM_SliderThickness: 20,
    _Pixel.PM_SliderLength: 16,
}
"""Pixels at the usual letter size."""

SCALED = {
    _Pixel.PM_IndicatorWidth: 16,
    _Pixel.PM_IndicatorHeight: 16,
    _Pixel.PM_ExclusiveIndicatorWidth: 16,
    _Pixel.PM_ExclusiveIndicatorHeight: 16,
    _Pixel.PM_SmallIconSize: 16,
    _Pixel.PM_ButtonIconSize: 16,
    _Pixel.PM_ListViewIconSize: 16,
    _Pixel.PM_ToolBarIconSize: 16,
}
"""Pixels that grow with the letters."""

HINTS = {
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DitherDisabledText: 0,
    _Hint.SH_ItemView_ShowDecorationSelected: 1,
    _Hint.SH_ScrollBar_Transient: 0,
    _Hint.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    _Hint.SH_Menu_SloppySubMenus: 1,
    _Hint.SH_Menu_MouseTracking: 1,
    _Hint.SH_TabBar_PreferNoArrows: 1,
    _Hint.SH_ToolTipLabel_Opacity: 255,
    _Hint.SH_ScrollView_FrameOnlyAroundContents: 0,
}
