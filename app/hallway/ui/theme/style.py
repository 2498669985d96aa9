"""The one style of the application: Fusion, with every control painted from the tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QMenu,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyledItemDelegate,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QTextEdit,
    QWidget,
)

from hallway.ui.theme.controls import bars, buttons, fields, items, marks, measures, menus, tabs
from hallway.ui.theme.look import look

_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Draw = Callable[[Any, QPainter, QWidget | None], None]


def _nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Leave the ground as it is."""


_PRIMITIVES: dict[QStyle.PrimitiveElement, _Draw] = {
    _Primitive.PE_PanelButtonCommand: buttons.draw_bevel,
    _Primitive.PE_PanelButtonTool: buttons.draw_tool_panel,
    _Primitive.PE_FrameDefaultButton: _nothing,
    _Primitive.PE_FrameFocusRect: _nothing,
    _Primitive.PE_PanelLineEdit: fields.draw_line_edit,
    _Primitive.PE_FrameLineEdit: fields.draw_line_edit,
    _Primitive.PE_Frame: fields.draw_frame,
    _Primitive.PE_IndicatorCheckBox: marks.draw_check,
    _Primitive.PE_IndicatorItemViewItemCheck: marks.draw_check,
    _Primitive.PE_IndicatorRadioButton: marks.draw_radio,
    _Primitive.PE_PanelMenu: menus.draw_panel,
    _Primitive.PE_FrameMenu: menus.draw_panel,
    _Primitive.PE_PanelTipLabel: menus.draw_tip,
    _Primitive.PE_PanelItemViewItem: items.draw_row,
    _Primitive.PE_PanelItemViewRow: _nothing,
    _Primitive.PE_FrameTabBarBase: tabs.draw_base,
    _Primitive.PE_FrameTabWidget: _nothing,
    _Primitive.PE_PanelScrollAreaCorner: _nothing,
}
_CONTROLS: dict[QStyle.ControlElement, _Draw] = {
    _Control.CE_PushButtonBevel: buttons.draw_bevel,
    _Control.CE_PushButtonLabel: buttons.draw_label,
    _Control.CE_ComboBoxLabel: fields.draw_combo_label,
    _Control.CE_TabBarTabShape: tabs.draw_shape,
    _Control.CE_TabBarTabLabel: tabs.draw_label,
    _Control.CE_MenuItem: menus.draw_item,
    _Control.CE_MenuEmptyArea: _nothing,
    _Control.CE_ProgressBarGroove: bars.draw_progress,
    _Control.CE_ProgressBarContents: _nothing,
    _Control.CE_ProgressBarLabel: _nothing,
    _Control.CE_Splitter: bars.draw_splitter,
    _Control.CE_HeaderSection: items.draw_header,
    _Control.CE_HeaderEmptyArea: items.draw_header,
    _Control.CE_FocusFrame: _nothing,
}
_COMPLEX: dict[QStyle.ComplexControl, _Draw] = {
    _Complex.CC_ComboBox: fields.draw_combo,
    _Complex.CC_SpinBox: fields.draw_number_box,
    _Complex.CC_ScrollBar: bars.draw_scroll_bar,
}
_SIZES: dict[QStyle.ContentsType, Callable[[Any, QSize, QWidget | None], QSize]] = {
    _Contents.CT_PushButton: lambda option, size, widget: buttons.size(option, widget),
    _Contents.CT_MenuItem: lambda option, size, widget: menus.item_size(option, size),
    _Contents.CT_ComboBox: lambda option, size, widget: fields.combo_size(size),
}
_ADJUSTED: dict[QStyle.ContentsType, Callable[[QSize], QSize]] = {
    _Contents.CT_LineEdit: fields.line_edit_size,
    _Contents.CT_TabBarTab: tabs.size,
    _Contents.CT_SpinBox: fields.number_box_size,
    _Contents.CT_CheckBox: items.row_size,
    _Contents.CT_RadioButton: items.row_size,
    _Contents.CT_ItemViewItem: items.row_size,
}


class HallwayStyle(QProxyStyle):
    """Paints from the tokens in force; what it does not know it leaves to Fusion."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            _kept(draw, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _CONTROLS.get(element)
        if draw is not None:
            _kept(draw, option, painter, widget)
            return
        if element == _Control.CE_ItemViewItem:
            option = items.readable(option)  # type: ignore[arg-type]
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _COMPLEX.get(control)
        if draw is not None:
            _kept(draw, option, painter, widget)
        elif control == _Complex.CC_Slider and _is_level(option):
            handle = self.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, widget)
            bars.draw_slider(option, painter, handle)  # type: ignore[arg-type]
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ScrollBar:
            return bars.scroll_part(option, part)  # type: ignore[arg-type]
        if control == _Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return fields.combo_text_rect(option.rect)
        if control == _Complex.CC_SpinBox:
            return _number_part(option.rect, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents and getattr(option, "lineWidth", 1) > 0:
            return option.rect.adjusted(8, 1, -8, -1)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption | None,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        measure = _SIZES.get(kind)
        if measure is not None:
            return measure(option, size, widget)
        result = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        adjust = _ADJUSTED.get(kind)
        return result if adjust is None else adjust(result)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        fixed = measures.PIXELS.get(metric)
        if fixed is not None:
            return fixed
        grown = measures.SCALED.get(metric)
        return look.scaled(grown) if grown is not None else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        fixed = measures.HINTS.get(hint)
        if fixed is not None:
            return fixed
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return look.duration(super().styleHint(hint, option, widget, returnData))
        return super().styleHint(hint, option, widget, returnData)

    def polish(self, what: Any) -> Any:
        result = super().polish(what)
        if isinstance(what, QMenu):
            what.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            what.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
            what.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        elif isinstance(what, QComboBox):
            # The delegate Qt gives a combo box ignores the style; this one asks it.
            if not isinstance(what.itemDelegate(), QStyledItemDelegate):
                what.setItemDelegate(QStyledItemDelegate(what))
        elif isinstance(what, (QTextEdit, QPlainTextEdit)):
            _clear_viewport(what)
        return result


def _kept(draw: _Draw, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.save()
    draw(option, painter, widget)
    painter.restore()


def _is_level(option: QStyleOptionComplex) -> bool:
    return getattr(option, "orientation", None) == Qt.Orientation.Horizontal


def _clear_viewport(area: QAbstractScrollArea) -> None:
    """Let the rounded field show through: the frame paints the ground of a text area."""
    area.viewport().setAutoFillBackground(False)


def _number_part(rect: QRect, part: QStyle.SubControl) -> QRect:
    if part == QStyle.SubControl.SC_SpinBoxUp:
        return fields.number_arrow(rect, True)
    if part == QStyle.SubControl.SC_SpinBoxDown:
        return fields.number_arrow(rect, False)
    if part == QStyle.SubControl.SC_SpinBoxEditField:
        return rect.adjusted(8, 1, -28, -1)
    return rect
